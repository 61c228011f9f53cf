import type { Assignment, CaseEvent, Expectation, Scenario } from '../../../model/scenario.js';
import { citations, enter, reference, references } from '../claims.js';
import type { Context } from '../context.js';
import { joined, text, type Inline, type Section } from '../document.js';
import { definitions, row } from '../element.js';
import { dateInline, factInlines, open, pointers, statementRows, valueInlines } from '../values.js';
import { oneLine } from '../../../text/one-line.js';

/** Cases with what is expected of them. */
export function scenarios(context: Context): Section[] {
    return context.related.scenarios.map((scenario) => scenarioSection(context, scenario));
}

function scenarioSection(context: Context, scenario: Scenario): Section {
    const { context: inner, marks, lead } = enter(context, scenario);
    const during = scenario.during.map((d): Inline[] => [
        text(context.language === 'nl' ? 'bij ' : 'at '),
        reference(inner, d.node, 'node', 'handover'),
        text(': '),
        ...joined(
            d.events.map((e) => eventInlines(inner, e)),
            ', ',
        ),
        ...citations(inner, d.provenance),
    ]);
    return {
        id: context.anchors.fresh('geval'),
        look: 'element',
        title: [text(oneLine(scenario.title)), ...marks],
        blocks: [
            ...lead,
            ...definitions([
                row(
                    { nl: 'Gegeven', en: 'Given' },
                    inner,
                    ...scenario.given.map((g) => [
                        ...joined(
                            g.assignments.map((a) => assignmentInlines(inner, a)),
                            ', ',
                        ),
                        ...citations(inner, g.provenance),
                    ]),
                ),
                row({ nl: 'Verloop', en: 'Course' }, inner, ...during),
                row(
                    { nl: 'Verwacht', en: 'Expected' },
                    inner,
                    ...scenario.expectations.map((e) => expectationInlines(inner, e)),
                ),
                ...statementRows(inner, scenario.statements),
            ]),
            ...pointers(inner, scenario),
        ],
        sections: [],
    };
}

function eventInlines(context: Context, event: CaseEvent): Inline[] {
    const nl = context.language === 'nl';
    switch (event.type) {
        case 'fact':
            return assignmentInlines(context, event);
        case 'duration':
            return [text(nl ? 'duurt ' : 'takes '), ...valueInlines(context, event.value)];
        case 'expiry':
            return [text(nl ? 'de termijn verstrijkt' : 'the term expires')];
        case 'choice':
            return [text(nl ? 'kiest ' : 'chooses '), reference(context, event.node, 'node')];
    }
}

function assignmentInlines(context: Context, { fact, informal, value }: Assignment): Inline[] {
    const nl = context.language === 'nl';
    const subject = fact ? factInlines(context, fact) : [text(`“${oneLine(informal ?? '')}”`)];
    const is = text(nl ? ' is ' : ' is ');
    if (value === null) {
        return [...subject, is, open(context, 'unknown')];
    }
    if (typeof value === 'boolean') {
        return [...subject, is, text(value ? (nl ? 'ja' : 'yes') : nl ? 'nee' : 'no')];
    }
    const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    return [
        ...subject,
        is,
        isDate
            ? dateInline(context, value)
            : text(typeof value === 'number' && nl ? String(value).replace('.', ',') : String(value)),
    ];
}

const KINDS = {
    path: { nl: 'het pad ', en: 'the path ' },
    handover: { nl: 'overdracht ', en: 'handover ' },
    document: { nl: 'document ', en: 'document ' },
    escalation: { nl: 'escalatie ', en: 'escalation ' },
    step: { nl: 'stap ', en: 'step ' },
    end: { nl: 'einde ', en: 'end ' },
    direction: { nl: 'de regie bij ', en: 'direction by ' },
    access: { nl: 'toegang', en: 'access' },
    amount: { nl: '', en: '' },
} as const;

function expectationInlines(context: Context, e: Expectation): Inline[] {
    const nl = context.language === 'nl';
    const line: Inline[] = [text((e.negated ? (nl ? 'geen ' : 'no ') : '') + context.say(KINDS[e.kind]))];
    const kinds =
        e.kind === 'document'
            ? (['document'] as const)
            : e.kind === 'direction'
              ? (['role'] as const)
              : e.kind === 'handover'
                ? (['handover'] as const)
                : (['node'] as const);
    line.push(
        ...(e.kind === 'path'
            ? joined(
                  e.elements.map((r) => [reference(context, r, 'node')]),
                  ' → ',
              )
            : references(context, e.elements, ...kinds)),
    );
    if (e.value) {
        line.push(...valueInlines(context, e.value));
    }
    if (e.organisation) {
        line.push(text(nl ? ' van ' : ' of '), reference(context, e.organisation, 'organisation'));
    }
    if (e.after) {
        line.push(text(nl ? ' na ' : ' after '), reference(context, e.after, 'node'));
    }
    return [...line, ...citations(context, e.provenance)];
}
