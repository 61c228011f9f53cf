import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FINE, folder, tool, WRONG } from './tool.js';

/** Runs `check --watch` and gives ways to follow and stop it. */
function watching(args: readonly string[], cwd: string) {
    let printed = '';
    let stop: () => void = () => undefined;
    let look: () => void = () => undefined;
    const ended = tool(['check', '--watch', ...args], {
        cwd,
        onStop: (it) => {
            stop = it;
        },
        onPrint: (text) => {
            printed += text;
            look();
        },
    });
    return {
        /** resolves once this was printed, and forgets what was printed until then */
        until: (wanted: RegExp) =>
            new Promise<string>((resolve) => {
                look = () => {
                    const seen = printed;
                    if (wanted.test(seen)) {
                        look = () => undefined;
                        printed = '';
                        resolve(seen);
                    }
                };
                look();
            }),
        stop: () => {
            stop();
            return ended;
        },
    };
}

test('check --watch checks again after each change, of a protocol, a new one and the settings, until it is stopped', async () => {
    const cwd = folder({ 'a.draaiboek': FINE, 'notitie.txt': '' });
    const watch = watching([], cwd);
    expect(await watch.until(/Wacht op wijzigingen/)).toContain('1 bestand gecontroleerd: 0 fouten');

    writeFileSync(join(cwd, 'a.draaiboek'), WRONG);
    const second = await watch.until(/Wacht op wijzigingen/);
    expect(second).toContain('a.draaiboek is gewijzigd.');
    expect(second).toContain('1 bestand gecontroleerd: 1 fout');

    writeFileSync(join(cwd, 'b.draaiboek'), FINE);
    expect(await watch.until(/Wacht op wijzigingen/)).toContain('2 bestanden gecontroleerd: 1 fout');

    writeFileSync(join(cwd, 'draaiboek.json'), '{ "rules": { "meta/verwijzing": "off" } }');
    expect(await watch.until(/Wacht op wijzigingen/)).toContain('2 bestanden gecontroleerd: 0 fouten');

    expect((await watch.stop()).code).toBe(0);
});

test('check --watch of one file goes on when that file is away for a moment', async () => {
    const cwd = folder({ 'a.draaiboek': FINE });
    const watch = watching(['a.draaiboek'], cwd);
    await watch.until(/Wacht op wijzigingen/);
    writeFileSync(join(cwd, 'a.draaiboek'), Buffer.of(0xff));
    expect(await watch.until(/Wacht op wijzigingen/)).toContain('a.draaiboek, regel 1:1 is geen UTF-8');
    writeFileSync(join(cwd, 'a.draaiboek'), FINE);
    expect(await watch.until(/Wacht op wijzigingen/)).toContain('1 bestand gecontroleerd: 0 fouten');
    await watch.stop();
});
