/** Addresses that a server may give out, as one reads them. */

/** Whether an address ("127.0.0.1:8000") leads to nothing but this computer, so that no phone gets there. */
export const onlyThisComputer = (host) => /^(\w+:\/\/)?(127\.|localhost(:|$)|\[::1\])/.test(host);

/** What phones type before "/join", as the server said it; else as this page was opened. */
export const hostForPhones = () => (document.body.dataset.address || window.location.host).replace(/^\w+:\/\//, "");

/** Whether phones speak with the server encrypted. */
export const isEncrypted = () => (document.body.dataset.address || window.location.href).startsWith("https:");
