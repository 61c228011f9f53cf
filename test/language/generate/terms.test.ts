import { describe, expect, test } from 'vitest';
import { generatorById } from '../../../language/generate/registry.js';
import { casesOf } from './support.js';

/** What an output makes of steps, with its quotes as they are, and what it loses of one element. */
async function made(output: string, steps: string) {
    const [one] = await casesOf(`interventie X "X" { rol R rol S aanpak { ${steps} einde E } }`);
    const { files = [], losses = [] } = (one && generatorById(output)?.generate(one.protocol, one.options)) ?? {};
    return {
        text: files
            .map((f) => String(f.content))
            .join('\n')
            .replaceAll('&quot;', '"'),
        lossesOf: (element: string) => losses.filter((l) => l.element === element).map((l) => l.reason.nl),
    };
}

/** The end of a term, as each output writes it: its noting, and the timer that waits for it. */
const KEPT = {
    bpmn: [
        /now\(\) \+ duration\("P12D"\)<\/bpmn:from>\s*<bpmn:to[^>]*>Werk_termijn</,
        /else Werk_termijn<\/bpmn:timeDate>/,
    ],
    operaton: [
        /setVariable\('Werk_termijn', dateTime\(\)\.plusDays\(12\)\.toDate\(\)\)/,
        /\.plusYears\(100\)\.toDate\(\) : Werk_termijn\}<\/bpmn:timeDate>/,
    ],
    zeebe: [
        /source="=string\(now\(\) \+ duration\("P12D"\)\)" target="Werk_termijn"/,
        /else date and time\(Werk_termijn\)<\/bpmn:timeDate>/,
    ],
} as const;

describe.each(['bpmn', 'operaton', 'zeebe'] as const)('%s', (output) => {
    test.each([
        ['herhaal', 'stap Werk { door R herhaal hoogstens 5 keer termijn 12 dagen anders: Laat }'],
        ['klaar als', 'stap Werk { door R bepaalt f klaar als f termijn 12 dagen anders: Laat }'],
    ])('a term goes on when its work is done once more by %s', async (_, step) => {
        const { text } = await made(output, `${step} stap Laat { door R }`);
        KEPT[output].forEach((part) => {
            expect(text).toMatch(part);
        });
        expect(text).not.toMatch(/timeDuration/);
    });

    test('a term counts from what it names', async () => {
        const { text, lossesOf } = await made(
            output,
            `stap Voor { door R daarna: Tussen } stap Tussen { door R }
             stap Werk { door R termijn 12 dagen na begin van Voor anders: Laat } stap Laat { door R }`,
        );
        KEPT[output].forEach((part) => {
            expect(text).toMatch(part);
        });
        expect(text).toMatch(/id="Voor_begonnen_op"/);
        expect(lossesOf('Werk').join()).not.toContain('telt vanaf');
    });

    test('a term that leads nowhere any more, is over no more', async () => {
        const { text } = await made(
            output,
            'stap Werk { door R termijn 12 dagen anders: Laat hoogstens 1 keer } stap Laat { door R daarna: Werk }',
        );
        expect(text).toMatch(/sourceRef="Werk_nog_een_keer" targetRef="Werk_termijn_voorbij"/);
    });

    test('a term that counts from when its work opens, once, is a length of time', async () => {
        const { text } = await made(output, 'stap Werk { door R termijn 12 dagen anders: Laat } stap Laat { door R }');
        expect(text).toMatch(/P12D<\/bpmn:timeDuration>/);
        expect(text).not.toContain('onthoudt het moment');
    });
});

test.each([
    ['operaton', 'camunda:dueDate="${Werk_termijn}"'],
    ['zeebe', 'dueDate="=if Werk_termijn = null then null else date and time(Werk_termijn)"'],
])('%s has a due date that counts from registration', async (output, due) => {
    const { text, lossesOf } = await made(
        output,
        'stap Voor { door R } stap Werk { door R termijn 12 dagen na aanmelding }',
    );
    expect(text).toContain(due);
    expect(text).toMatch(/id="aangemeld_op"/);
    expect(lossesOf('Werk').join()).not.toContain('telt vanaf');
});

test.each(['bpmn', 'operaton', 'zeebe'])('%s counts the term of a handover from the handing over', async (output) => {
    const [one] = await casesOf(`interventie X "X" { rol R rol S
        overdracht Over van R naar S { vanuit Werk termijn 12 dagen anders: Werk hoogstens 2 keer }
        aanpak { stap Werk { door R daarna: Later } stap Later { door S } einde E } }`);
    const text = String((one && generatorById(output)?.generate(one.protocol, one.options))?.files[0]?.content);
    expect(text).toMatch(/sourceRef="Werk" targetRef="Over_begonnen_op"/);
    expect(text).toMatch(/else (date and time\()?Over_termijn|: Over_termijn\}/);
    // asked again when nothing else may be done, and then without end
    expect(text).toMatch(/sourceRef="Over_terug" targetRef="Over_termijn_voorbij"/);
});
