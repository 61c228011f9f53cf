import { afterEach, expect, test, vi } from 'vitest';
import type { Host } from '../../cli/host.js';
import { printable, progress } from '../../cli/terminal.js';

afterEach(() => {
    vi.useRealTimers();
});

/** What progress writes over long work, a step a second. */
function written(isTerminal: boolean): string {
    vi.useFakeTimers();
    let text = '';
    const stderr = { isTerminal, write: (part: string) => (text += part) };
    const bar = progress({ stderr } as unknown as Host, 3);
    for (const name of ['een', 'twee \u001b[31m', 'drie']) {
        bar.step(name);
        vi.advanceTimersByTime(1500);
    }
    bar.end();
    return text;
}

test('progress on long work shows on a terminal, from its first second, and leaves nothing', () => {
    const clear = '\r\u001b[K';
    expect(written(true)).toBe(`${clear}2/3 twee \\u001b[31m${clear}3/3 drie${clear}`);
});

test('progress shows nothing where nobody looks', () => {
    expect(written(false)).toBe('');
});

test('printable text steers no terminal and no direction of reading', () => {
    expect(printable('a\u001b[31mb\u0007\u009b\u202e\u2028c')).toBe('a\\u001b[31mb\\u0007\\u009b\\u202e\\u2028c');
    expect(printable('caf\u00e9 \u2018x\u2019\n\t')).toBe('caf\u00e9 \u2018x\u2019\n\t');
});
