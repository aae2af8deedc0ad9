/** A computer that people use one after another: what a page of it keeps, it keeps in memory. */
export const isShared = () => "shared" in document.body.dataset;
