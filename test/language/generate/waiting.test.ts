import { expect, test } from 'vitest';
import { generatorById } from '../../../language/generate/registry.js';
import { casesOf } from './support.js';

const TEXT = `interventie X "X" {
    rol R
    aanpak {
        stap A { door R  duur precies 1 week }
        stap B { door R  begint 4 weken na A  duur precies 1 dag }
        stap C { door R  begint ongeveer 2 maanden na begin van B }
        einde E
    }
}`;

test.each(['mermaid', 'bpmn', 'operaton', 'zeebe', 'valtimo', 'xstate', 'fhir'])(
    '%s does not wait before a step begins, and says so of each',
    async (id) => {
        const [one] = await casesOf(TEXT);
        const generator = generatorById(id);
        const output = one && generator?.generate(one.protocol, one.options);
        const told = output?.losses.filter((l) => l.reason.nl.includes('begint')).map((l) => l.element);
        expect(told).toEqual(['B', 'C']);
    },
);

test.each(['markdown', 'html', 'bpmn', 'operaton', 'zeebe'])('%s says when a step begins', async (id) => {
    const [one] = await casesOf(TEXT);
    const output = one && generatorById(id)?.generate(one.protocol, one.options);
    const text = output?.files.map((f) => f.content).join('\n');
    expect(text).toMatch(/4 weken na /);
    expect(text).toMatch(/ongeveer 2 maanden na het begin van /);
});
