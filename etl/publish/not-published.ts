/** Nothing is published and the last release stands; the message says why and what to do. */
export class NotPublished extends Error {}
