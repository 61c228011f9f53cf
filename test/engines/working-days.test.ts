/** Working days are counted by an expression, in the engines themselves: from a weekday, over a weekend, and from in one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatorById } from '../../language/generate/registry.js';
import { casesOf } from '../language/generate/support.js';
import { playInOperaton, playInZeebe } from './drive.js';

/** Each case begins on Monday 5 January 2026. `Later` begins when the term of `Eerst` has run out: on a Saturday. */
const PROTOCOL = `interventie Werkdagen "Werkdagen" {
    rol R
    aanpak {
        gelijktijdig Tegelijk {
            stap Drie { door R  duur hoogstens 3 werkdagen }
            stap Vijf { door R  duur hoogstens 5 werkdagen }
            stap Twaalf { door R  duur hoogstens 12 werkdagen }
        }
        stap Eerst { door R  termijn 5 dagen anders: Later  daarna: Klaar }
        stap Later { door R  duur hoogstens 1 werkdag  termijn 6 werkdagen anders: Daarna  daarna: Klaar }
        stap Daarna { door R  duur hoogstens 2 weken  daarna: Klaar }
        einde Klaar
    }
}`;

const DUE = {
    Drie: '2026-01-08T08:00:00Z',
    Vijf: '2026-01-12T08:00:00Z',
    Twaalf: '2026-01-21T08:00:00Z',
    Later: '2026-01-12T08:00:00Z',
    // six working days after Saturday the tenth is Monday the nineteenth, and two weeks later the second of February
    Daarna: '2026-02-02T08:00:00Z',
};

test.each([
    ['operaton', playInOperaton],
    ['zeebe', playInZeebe],
] as const)('%s counts working days', async (output, play) => {
    const [one] = await casesOf(PROTOCOL);
    const folder = mkdtempSync(join(tmpdir(), 'draaiboek-working-days-'));
    try {
        for (const { path, content } of (one && generatorById(output)?.generate(one.protocol, one.options).files) ??
            []) {
            writeFileSync(join(folder, path), content);
        }
        const done = ['Drie', 'Vijf', 'Twaalf'].map((complete) => ({ complete, as: 'R' }));
        const steps = [
            ...done,
            { timer: 'Eerst_termijn' },
            { timer: 'Later_termijn' },
            { complete: 'Daarna', as: 'R' },
        ];
        const { cases } = await play(folder, [{ process: 'Werkdagen', name: 'x', variables: { zaak: 'x' }, steps }]);
        expect(cases.map((c) => c.error)).toEqual([null]);
        const due = cases[0]?.tasks.filter((t) => t.dueDate !== null).map((t) => [t.id, t.dueDate]) ?? [];
        expect(Object.fromEntries(due)).toEqual(DUE);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
});
