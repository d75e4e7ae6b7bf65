/** The one file of a lasting name: a site may cache it for a minute, and what it imports for ever. */
export * from '../build/index.js';
