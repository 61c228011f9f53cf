import { bpmnGenerator } from './bpmn/generator.js';
import { dmnGenerator } from './dmn/generator.js';
import { fhirGenerator } from './fhir/generator.js';
import type { Generator } from './generator.js';
import { htmlGenerator } from './html/generator.js';
import { jsonGenerator } from './json/generator.js';
import { markdownGenerator } from './markdown/generator.js';
import { mermaidGenerator } from './mermaid/generator.js';
import { operatonGenerator } from './operaton/generator.js';
import { pngGenerator } from './png/generator.js';
import { scenariosGenerator } from './scenarios/generator.js';
import { svgGenerator } from './svg/generator.js';
import { valtimoGenerator } from './valtimo/generator.js';
import { xstateGenerator } from './xstate/generator.js';
import { zeebeGenerator } from './zeebe/generator.js';
import { zgwGenerator } from './zgw/generator.js';

/** Every kind of output that can be made, in the order in which a reader meets them. A new one is one line here. */
export const GENERATORS: readonly Generator[] = [
    htmlGenerator,
    markdownGenerator,
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
];

/** The generator of an id as in `--to`; undefined when there is none. */
export function generatorById(id: string): Generator | undefined {
    return GENERATORS.find((g) => g.id === id);
}
