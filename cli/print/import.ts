import type { TextDocument } from 'langium';
import type { BroughtBack } from '../../language/import/back.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import { amount } from '../messages.js';
import { printable } from '../terminal.js';
import { placeOf } from './place.js';

/** What was brought back, as it is told. */
export interface ShownBack extends BroughtBack {
    /** the protocol, and the document, as people see them */
    readonly file: string;
    readonly document: string;
    /** what kind of document it is */
    readonly kind: Bilingual;
    readonly applied: boolean;
}

/** What `import --into` tells people: the remarks that it wrote, and what is proposed. */
export function textOfBack(back: ShownBack, language: Language): string {
    const { remarks, proposals, file, document, kind, applied } = back;
    const nl = language === 'nl';
    const fresh = remarks.filter((r) => !r.isKnown);
    const written = amount(
        fresh.length,
        { nl: 'opmerking erbij', en: 'remark added' },
        { nl: 'opmerkingen erbij', en: 'remarks added' },
    )[language];
    const known = remarks.length - fresh.length;
    const head = [
        `${document} (${kind[language]}) → ${file}: ${written}`,
        ...(known === 0
            ? []
            : [
                  nl
                      ? `${String(known)} ${known === 1 ? 'stond' : 'stonden'} er al`
                      : `${String(known)} stood there already`,
              ]),
    ].join(', ');
    const changed = applied
        ? { nl: 'Overgenomen wijzigingen', en: 'Changes taken over' }
        : { nl: 'Voorgestelde wijzigingen', en: 'Proposed changes' };
    return [
        printable(`${head}.`),
        ...fresh.map(({ element, author, text }) =>
            printable(`  ${element}: ${author === undefined ? '' : `${author}: `}${text}`),
        ),
        ...(proposals.length === 0 ? [] : [`${changed[language]} (${String(proposals.length)}):`]),
        ...proposals.flatMap(({ element, before, after, edit }) =>
            [`  ${element} (${file}:${placeOf(edit.at.range)})`, `    - ${before}`, `    + ${after}`].map(printable),
        ),
        ...(proposals.length === 0 || applied
            ? []
            : [
                  nl
                      ? 'De tekst is nog niet veranderd: met `--apply` worden deze wijzigingen overgenomen.'
                      : 'The text was not changed yet: with `--apply` these changes are taken over.',
              ]),
        '',
    ].join('\n');
}

/** What `import --into --format json` prints. Scripts build on it: what is here stays. */
export function jsonOfBack({ remarks, proposals, file, document, applied }: ShownBack, text: TextDocument) {
    return {
        version: 1,
        document,
        file,
        remarks: remarks.map(({ element, at, author, date, text: said, isKnown }) => ({
            element,
            range: at.range,
            author: author ?? null,
            date: date ?? null,
            text: said,
            written: !isKnown,
        })),
        proposals: proposals.map(({ element, before, after, edit }) => ({
            element,
            before,
            after,
            range: edit.at.range,
            oldText: text.getText(edit.at.range),
            newText: edit.newText,
            applied,
        })),
    };
}
