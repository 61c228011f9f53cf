import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { outputOf } from './support.js';

const TEXT = `interventie Kosten "Kosten \${k}" {
    rol R
    gegeven goed: ja/nee "= #{goed} {{x}}"
    gegeven startdatum: datum "Vanaf wanneer"
    aanpak { stap A "Vergoeding van \${bedrag} en {{meer}}" { door R  duur "zolang #{x}"  bepaalt goed, startdatum } }
}`;

async function made(id: string) {
    const { losses, ...output } = await outputOf(id, TEXT);
    return { ...output, losses: losses.map((l) => l.reason.nl) };
}

test('operaton works out no text of a protocol: what looks like an expression has a backslash where the engine reads one', async () => {
    const { text } = await made('operaton');
    expect(text).toContain('<bpmn:userTask id="A" name="Vergoeding van \\${bedrag} en {{meer}}"');
    expect(text).toContain('Duur: zolang \\#{x}');
    expect(text).toContain('label="= \\#{goed} {{x}}"');
    expect(text).toContain('label="Vanaf wanneer (JJJJ-MM-DD)" type="string"');
    // these it reads as they stand
    expect(text).toMatch(/<bpmn:process id="Kosten" name="Kosten \$\{k\}"/);
});

test('a form of zeebe works out no label, and says so where that reads otherwise; a date is a date', async () => {
    const { text, losses } = await made('zeebe');
    expect(text).toContain('"label": " = #{goed} { {x}}"');
    expect(text).toMatch(/"type": "datetime",\s+"subtype": "date",\s+"dateLabel": "Vanaf wanneer"/);
    expect(losses.filter((l) => l.includes('een formulier rekent uit'))).toHaveLength(1);
});

test('a form of valtimo works out no text, and keeps lines apart', async () => {
    const { files } = await made('valtimo');
    const all = Object.entries(unzipSync(files[0]?.content as Uint8Array));
    const form = strFromU8(all.find(([path]) => path.endsWith('A.form.json'))?.[1] ?? new Uint8Array());
    expect(form).toContain('en &#123;&#123;meer}}');
    expect(form).toContain('zolang #&#123;x}<br>Wordt bekend');
});
