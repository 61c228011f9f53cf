import type { Place } from '../model/protocol.js';
import type { Language } from '../text/bilingual.js';
import type { AssessedFinding } from './assess.js';
import type { Change, Said } from './change.js';
import { told } from './consequence-words.js';
import type { Difference } from './difference.js';
import type { DifferenceJson, FindingJson, SaidJson } from './json-types.js';

/** What was held beside what, as people see it. */
export interface Shown {
    readonly old: string;
    readonly new: string;
}

/** A difference as data. @param fileOf how a file is shown */
export function differenceJson(
    { changes, meaning, text, consequences, unread }: Difference,
    shown: Shown,
    language: Language,
    fileOf: (uri: string) => string,
): DifferenceJson {
    const said = (s: Said): SaidJson => ({ text: s.text, ...(s.at ? placeJson(s.at, fileOf) : {}) });
    const { bounds, answers, scenarios, newFindings, goneFindings } = consequences;
    const sentences = told(consequences);
    const finding = ({ code, severity, message }: AssessedFinding): FindingJson => ({
        code,
        severity,
        message: message[language],
    });
    return {
        version: 1,
        ...shown,
        unread: unread.map(fileOf),
        changes: changes.map((c: Change) => ({
            kind: c.kind,
            degree: c.degree,
            area: c.area,
            element: c.element,
            ...(c.what === undefined ? {} : { what: c.what }),
            ...(c.of === undefined ? {} : { of: c.of }),
            ...(c.old ? { old: said(c.old) } : {}),
            ...(c.new ? { new: said(c.new) } : {}),
            ...(c.others ? { others: c.others } : {}),
            ...(c.reason === undefined ? {} : { reason: c.reason }),
            sentence: c.sentence[language],
        })),
        consequences: {
            newFindings: newFindings.map(finding),
            goneFindings: goneFindings.map(finding),
            bounds: bounds.map((b, i) => ({ ...b, sentence: sentences.bounds[i]?.[language] ?? '' })),
            answers: answers.map((a, i) => ({
                interventie: a.new?.interventie ?? '',
                code: a.new?.code ?? '',
                question: a.new?.question[language] ?? '',
                old: a.old?.outcome ?? 'undecided',
                new: a.new?.outcome ?? 'undecided',
                sentence: sentences.answers[i]?.[language] ?? '',
            })),
            scenarios: scenarios.map((s, i) => ({ ...s, sentence: sentences.scenarios[i]?.[language] ?? '' })),
        },
        summary: { meaning: meaning.length, text: text.length },
    };
}

function placeJson({ file, range }: Place, fileOf: (uri: string) => string): Pick<SaidJson, 'file' | 'range'> {
    return { file: fileOf(file), range };
}
