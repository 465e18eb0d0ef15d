/** What databases of tests, journeys, faults and the bench are made with. */
export const SECRET = 'a secret that only the tests know, 32+';
/** Of somebody else's installation. */
export const OTHER_SECRET = 'another secret that nobody knows, 32+';
