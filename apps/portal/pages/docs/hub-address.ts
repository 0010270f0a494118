/** The token under which the module gives the address at which this hub is reached, so that what a page shows can be run as it stands. */
export const HUB_ADDRESS = Symbol('hub address');

/** The address that is written in the examples and guides: of a hub on one's own machine. */
export const WRITTEN_ADDRESS = 'http://localhost:8080';
