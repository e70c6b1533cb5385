/** Limits of the wire. Each has a test; the server enforces them and the browser respects them beforehand. */

/** Raised when an old browser and a new server could misunderstand each other. */
export const PROTOCOL_VERSION = 3;
/** One live update, or one part of a large one, in bytes. */
export const UPDATE_BYTES_MAX = 64 * 1024;
/**
 * One large update (a long paste) sent in parts, in bytes. No more than can be decoded and looked at in about a
 * tenth of a second when it is made of nothing but the smallest things.
 */
export const LARGE_UPDATE_BYTES_MAX = 512 * 1024;
/** One Socket.IO message, in bytes: an update with its envelope, with room to spare. */
export const MESSAGE_BYTES_MAX = 256 * 1024;
/** One person's presence on one document, in bytes of JSON. */
export const PRESENCE_BYTES_MAX = 2048;
/** Documents one socket may hold open. */
export const ROOMS_PER_SOCKET_MAX = 8;
/** Leases one tab may ask for at once: its own and those of tabs it took over. */
export const LEASES_MAX = 16;
/** Refusals after which a socket is closed. */
export const REFUSALS_MAX = 3;
