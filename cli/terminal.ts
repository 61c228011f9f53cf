import picocolors from 'picocolors';
import type { Language } from '../language/text/bilingual.js';
import type { Bilingual } from '../language/text/bilingual.js';
import type { Host, Sink } from './host.js';

export type Colors = ReturnType<typeof picocolors.createColors>;

/** Colours for a stream: only on a terminal, and never where the user has set NO_COLOR (no-color.org). */
export function colorsFor(sink: Sink, env: Host['env']): Colors {
    const wanted = sink.isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
    return picocolors.createColors(wanted);
}

/** Text from a protocol or a file name, without the characters that would steer a terminal. */
export function printable(text: string): string {
    return text.replace(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
        (character) => {
            return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
        },
    );
}

/** Writes a message for the user, one that is no result, on standard error. */
export function tell(host: Host, language: Language, text: Bilingual): void {
    host.stderr.write(`${printable(text[language])}\n`);
}

/** Shows on a terminal how far long work is: nothing in its first second, and nothing is left of it at the end. */
export function progress(host: Host, total: number): { step: (what: string) => void; end: () => void } {
    const start = Date.now();
    let shown = 0;
    let done = 0;
    const clear = '\r\u001b[K';
    return {
        step: (what) => {
            done++;
            const now = Date.now();
            if (host.stderr.isTerminal && now - start > 1000 && now - shown > 100) {
                shown = now;
                host.stderr.write(`${clear}${String(done)}/${String(total)} ${printable(what).slice(0, 60)}`);
            }
        },
        end: () => {
            if (shown > 0) {
                host.stderr.write(clear);
            }
        },
    };
}
