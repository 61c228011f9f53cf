import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Language } from '../../text/bilingual.js';
import { escapeHtml } from './escape.js';

/**
 * One HTML file that stands on its own, with no request to anywhere. The content security policy in it allows this one
 * style sheet, and a script where there is one, by their hashes, and nothing else.
 *
 * @param body HTML in which every text has been escaped
 */
export function page(parts: {
    readonly language: Language;
    readonly title: string;
    readonly style: string;
    readonly body: string;
    /** runs when the page is there; without it nothing does */
    readonly script?: string;
    /** class of the body */
    readonly look?: string;
}): string {
    const { language, title, style, body, script, look } = parts;
    const scripts = script === undefined ? '' : ` script-src '${hashSource(script)}';`;
    const policy = `default-src 'none'; style-src '${hashSource(style)}';${scripts} base-uri 'none'; form-action 'none'`;
    return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Draaiboek">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body${look === undefined ? '' : ` class="${look}"`}>
${body}${script === undefined ? '' : `\n<script>${script}</script>`}
</body>
</html>
`;
}

/** A source of a content security policy that allows exactly this text. Source: CSP Level 3, 2.3.1. */
function hashSource(text: string): string {
    return `sha256-${base64(sha256(utf8ToBytes(text)))}`;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 (RFC 4648), which a host without browser or Node functions lacks. */
function base64(bytes: Uint8Array): string {
    let result = '';
    for (let i = 0; i < bytes.length; i += 3) {
        const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
        const group = (a << 16) | (b << 8) | c;
        const digits = [18, 12, 6, 0].map((shift) => DIGITS.charAt((group >> shift) & 63)).join('');
        const missing = Math.max(0, i + 3 - bytes.length);
        result += digits.slice(0, 4 - missing) + '='.repeat(missing);
    }
    return result;
}
