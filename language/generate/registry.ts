import { bpmnGenerator } from './bpmn/generator.js';
import { dmnGenerator } from './dmn/generator.js';
import { fhirGenerator } from './fhir/generator.js';
import { handoverCardsGenerator } from './documents/cards/handovers.js';
import { roleCardsGenerator } from './documents/cards/roles.js';
import { dataGenerator } from './documents/data/generator.js';
import { handleidingGenerator } from './documents/handleiding/generator.js';
import { localGenerator } from './documents/local/generator.js';
import { matricesGenerator } from './documents/matrices/generator.js';
import { parentsGenerator } from './documents/parents/generator.js';
import { recordGenerator } from './documents/record/generator.js';
import { tidierGenerator } from './documents/tidier/generator.js';
import { werkbladGenerator } from './documents/werkblad/generator.js';
import type { Generator } from './generator.js';
import { htmlGenerator } from './html/generator.js';
import { jsonGenerator } from './json/generator.js';
import { markdownGenerator } from './markdown/generator.js';
import { mermaidGenerator } from './mermaid/generator.js';
import { withLocalLosses } from './local/losses.js';
import { withNamesRead } from './names-in-prose.js';
import { operatonGenerator } from './operaton/generator.js';
import { pngGenerator } from './png/generator.js';
import { scenariosGenerator } from './scenarios/generator.js';
import { svgGenerator } from './svg/generator.js';
import { valtimoGenerator } from './valtimo/generator.js';
import { xstateGenerator } from './xstate/generator.js';
import { zeebeGenerator } from './zeebe/generator.js';
import { zgwGenerator } from './zgw/generator.js';

/** The documents that are written in Word too. */
export const DOCUMENTS: readonly Generator[] = [
    werkbladGenerator,
    recordGenerator,
    handleidingGenerator,
    roleCardsGenerator,
    handoverCardsGenerator,
    parentsGenerator,
    matricesGenerator,
    tidierGenerator,
    dataGenerator,
    localGenerator,
];

/** Every kind of output that can be made, in the order in which a reader meets them. A new one is one line here. */
export const GENERATORS: readonly Generator[] = [
    htmlGenerator,
    markdownGenerator,
    ...DOCUMENTS,
    mermaidGenerator,
    svgGenerator,
    pngGenerator,
    jsonGenerator,
    scenariosGenerator,
    bpmnGenerator,
    operatonGenerator,
    zeebeGenerator,
    dmnGenerator,
    fhirGenerator,
    xstateGenerator,
    valtimoGenerator,
    zgwGenerator,
].map((generator) => withLocalLosses(withNamesRead(generator)));

/** The generator of an id as in `--to`; undefined when there is none. */
export function generatorById(id: string): Generator | undefined {
    return GENERATORS.find((g) => g.id === id);
}

const IN_SITE: ReadonlySet<string> = new Set([htmlGenerator, ...DOCUMENTS, svgGenerator].map(({ id }) => id));

/** What a site has of each interventie. */
export const SITE_GENERATORS: readonly Generator[] = GENERATORS.filter((g) => IN_SITE.has(g.id));
