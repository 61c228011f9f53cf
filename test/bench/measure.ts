import { URI, type LangiumCoreServices, type LangiumDocument } from 'langium';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import type { ProtocolFile } from '../../language/generated/ast.js';
import { proofsOf } from '../../language/analysis/proofs.js';
import { catalogue } from '../../language/rules/catalogue.js';
import { findingsBy, findingsOf } from '../../language/rules/check.js';
import { isProof } from '../../language/rules/proof.js';
import { modelOf } from '../../language/workspace.js';
import { createBareLangium } from './bare-langium.js';
import { generateProtocol } from './generate-protocol.js';

/** Milliseconds of each stage; `undefined` where a stage does not exist. */
export interface Stages {
    readonly parse: number;
    readonly link: number | undefined;
    readonly model: number | undefined;
    /** by the rules that ask nothing of the courses of a case */
    readonly check: number | undefined;
    /** all courses, and how much longer a check by all rules takes; undefined where nothing is proved */
    readonly proofs: number | undefined;
}

export interface Measurement {
    readonly lines: number;
    /** median of the runs */
    readonly ours: Stages;
    /** undefined where the comparison was left out */
    readonly bare: Stages | undefined;
    /** largest resident set of the process after our runs, in MB */
    readonly megabytes: number;
    readonly findings: number;
    readonly errors: number;
}

/** Lines up to which Langium's own linking is measured: its scopes are scanned for each reference, so it is quadratic. */
const BARE_LINKING_LIMIT = 10_000;

const WITHOUT_PROOFS = catalogue.filter((rule) => !isProof(rule));

/** Lines of a small text that are read before it is measured. */
const LINES_TO_WARM = 50_000;

/** Measures one size in this process: a warm-up on small texts, and on that size where it is small, then `runs` runs on fresh services each. */
export async function measure(lines: number, runs: number): Promise<Measurement> {
    const warm = generateProtocol(1000);
    for (let i = 0; i < 4; i++) {
        await ours(warm);
    }
    const text = generateProtocol(lines);
    // what is small is over before it is compiled
    for (let read = 0; read < LINES_TO_WARM && runs > 1 && lines < LINES_TO_WARM; read += lines) {
        await ours(text);
    }
    const count = text.split('\n').length;
    const results: { stages: Stages; findings: number; errors: number }[] = [];
    for (let i = 0; i < runs; i++) {
        globalThis.gc?.();
        results.push(await ours(text));
    }
    const megabytes = process.resourceUsage().maxRSS / 1024;
    await bare(warm, true);
    const linking = lines <= BARE_LINKING_LIMIT;
    const others: Stages[] = [];
    for (let i = 0; i < (linking ? Math.min(runs, 3) : 1); i++) {
        globalThis.gc?.();
        others.push(await bare(text, linking));
    }
    const first = results[0];
    return {
        lines: count,
        ours: medians(results.map((r) => r.stages)),
        bare: medians(others),
        megabytes,
        findings: first?.findings ?? 0,
        errors: first?.errors ?? 0,
    };
}

async function ours(text: string) {
    const { Draaiboek } = createDraaiboekServices();
    buildParser(Draaiboek);
    const { document, parse, link } = await parseAndLink(Draaiboek, text);
    const t0 = performance.now();
    const { interventions } = modelOf(Draaiboek, document);
    const t1 = performance.now();
    // some rules ask it besides
    const states = interventions.map((protocol) => proofsOf(protocol, [])?.space.states.length);
    const t2 = performance.now();
    findingsBy(WITHOUT_PROOFS, document, Draaiboek);
    const t3 = performance.now();
    const findings = findingsOf(document, Draaiboek);
    const t4 = performance.now();
    const check = t3 - t2;
    const proofs = states.some((s) => s !== undefined) ? t2 - t1 + Math.max(0, t4 - t3 - check) : undefined;
    return {
        stages: { parse, link, model: t1 - t0, check, proofs },
        findings: findings.length,
        errors: findings.filter((f) => f.severity === 'error').length,
    };
}

async function bare(text: string, linking: boolean): Promise<Stages> {
    const services = createBareLangium();
    buildParser(services);
    const { parse, link } = await parseAndLink(services, text, linking);
    return { parse, link, model: undefined, check: undefined, proofs: undefined };
}

/** Building the parser, some of which is put off until it reads something, is no part of parsing. */
function buildParser({ shared }: LangiumCoreServices): void {
    shared.workspace.LangiumDocumentFactory.fromString(generateProtocol(1000), URI.parse('memory:/first.draaiboek'));
}

async function parseAndLink(services: LangiumCoreServices, text: string, linking = true) {
    const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
    const t0 = performance.now();
    const document = LangiumDocumentFactory.fromString<ProtocolFile>(text, URI.parse('memory:/bench.draaiboek'));
    const t1 = performance.now();
    if (linking) {
        LangiumDocuments.addDocument(document as LangiumDocument);
        await DocumentBuilder.build([document], { validation: false });
    }
    const t2 = performance.now();
    return { document, parse: t1 - t0, link: linking ? t2 - t1 : undefined };
}

function medians(stages: readonly Stages[]): Stages {
    const of = (pick: (s: Stages) => number | undefined) => median(stages.map(pick).filter((n) => n !== undefined));
    return {
        parse: of((s) => s.parse) ?? 0,
        link: of((s) => s.link),
        model: of((s) => s.model),
        check: of((s) => s.check),
        proofs: of((s) => s.proofs),
    };
}

/** The middle value; the mean of the two middle ones of an even number; undefined of none. */
export function median(values: readonly number[]): number | undefined {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length / 2;
    const low = sorted[Math.ceil(middle) - 1];
    const high = sorted[Math.floor(middle)];
    return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
