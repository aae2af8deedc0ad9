/** What hints look for in Albanian; the fields are explained in en.js. */
export const words = {
  general: [
    "(gjithmonë|gjithnjë|zakonisht|shpesh|përgjithësisht|vazhdimisht|rregullisht)",
    "(çdo herë|sa herë|çdo ditë|çdo natë|çdo ndërrim|si rregull|në përgjithësi|herë pas here)",
    "(ne|ju|njeriu|zyrtarët|rojet|të burgosurit) duhet",
    "(të gjithë|shumica e|shumë) (të burgosurit|të burgosurve|rojet|rojeve|zyrtarët|zyrtarëve|kolegët|kolegëve|njerëzit|njerëzve)",
  ],
  hypothetical: [
    "(po|sikur) të (isha|ishte|ishim|kisha|kishte|kishim|ndodhte)",
    "do të (kisha|kishte|kishim|isha|ishte)",
    "(çka nëse|po sikur|le të themi|në teori|teorikisht)",
    "(imagjino|imagjinoni|supozojmë|supozo)",
  ],
  hours: ["(në )?(ora|orën|orës) #"],
  months: "janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor",
  cell: "qeli|qelia|qelinë|qelisë|qelitë",
  counted: "herë|veta|burra|të burgosur|orë|minuta|ditë",
  titles: "zoti|z|zotëri|zonja|znj|dr|oficeri|rreshteri|kapiteni|drejtori",
  capitals: ["(zot|zoti|zotit|bibl*|kuran*|shqip*|serb*|kosov*|evrop*|europ*|prisht*|tiran*|ramazan*|bajram*|krishtlindj*)"],
};
