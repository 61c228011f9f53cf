import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A UUID of version 8 (RFC 9562, section 5.8) that depends on the text only. */
export function uuid(text: string): string {
    const hex = bytesToHex(sha256(utf8ToBytes(text)));
    const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
    return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `8${hex.slice(13, 16)}`,
        `${variant}${hex.slice(17, 20)}`,
        hex.slice(20, 32),
    ].join('-');
}
