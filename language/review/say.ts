import { createContext } from '../generate/document/context.js';
import type { Anchors } from '../generate/document/anchors.js';
import type { Related } from '../generate/generator.js';
import { callerOf } from '../generate/names-in-prose.js';
import { dateText, modalityText, valueText } from '../messages/wording.js';
import type { QueriedElement } from '../analysis/elements.js';
import type { QueryResult } from '../analysis/queries.js';
import type { Protocol, Provenance, Ref, Spoken, Version } from '../model/protocol.js';
import type { Query } from '../model/review.js';
import type { Value } from '../model/values.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { readProse } from '../text/prose-references.js';
import type { ElementAt, ReportedClaim, ReportedSpoken } from './report.js';

/** What the parts of a report need to say what a model says. */
export interface Sayer {
    readonly protocol: Protocol;
    readonly related: Related;
    readonly language: Language;
    readonly anchors: Anchors;
    readonly evaluate: (query: Query) => QueryResult;
    readonly say: (text: Bilingual) => string;
    /** a text of the protocol, with titles for the names in it */
    readonly read: (text: string) => string;
    readonly value: (value: Value) => string;
}

export function sayerOf(protocol: Protocol, related: Related, language: Language): Sayer {
    const { anchors, evaluate } = createContext(protocol, related, language);
    const called = callerOf(protocol, related, language);
    const read = (text: string) => readProse(text, called);
    return {
        protocol,
        related,
        language,
        anchors,
        evaluate,
        say: (text) => text[language],
        read,
        value: (value) => read(valueText(value, language)),
    };
}

/** Where something comes from, as far as that was said of it alone and not for a whole block. */
export function claimsOf({ anchors, read }: Sayer, provenance: readonly Provenance[]): ReportedClaim[] {
    return provenance
        .filter((p) => !p.fromBlock)
        .map(({ source, place, quote, speaker, reason, derived }) => ({
            ...(source === undefined ? {} : { source: anchors.find(source, 'source')?.title ?? source }),
            ...(place === undefined ? {} : { place }),
            ...(quote === undefined ? {} : { quote }),
            ...(speaker === undefined ? {} : { speaker }),
            ...(reason === undefined ? {} : { reason: read(reason) }),
            derived,
        }));
}

/** The same, with what says no more than `usual` marked as such. */
export function besideUsual(claims: readonly ReportedClaim[], usual: readonly ReportedClaim[]): ReportedClaim[] {
    const sources = new Set(usual.flatMap((u) => (u.source === undefined ? [] : [u.source])));
    return claims.map((claim) =>
        claim.source !== undefined && sources.has(claim.source) && !saysMore(claim) ? { ...claim, usual: true } : claim,
    );
}

/** Whether a claim says more than which source it is from. */
function saysMore({ place, quote, speaker, reason, derived }: ReportedClaim): boolean {
    return derived || [place, quote, speaker, reason].some((part) => part !== undefined);
}

/** The element that a reference names, where it stands; the reference itself where no element of the protocol is meant. */
export function elementAt({ anchors, read }: Sayer, ref: Ref): ElementAt {
    const found = anchors.find(ref.name);
    return {
        name: ref.name,
        ...(found?.title === undefined ? {} : { title: read(found.title) }),
        at: found?.at ?? ref.at,
    };
}

export function queriedAt({ read }: Sayer, { name, title, at }: QueriedElement): ElementAt {
    return { name: read(name), ...(title === undefined ? {} : { title: read(title) }), at };
}

export function spokenIn({ read, value, language }: Sayer, spoken: Spoken): ReportedSpoken {
    const { kind, who, whoValue, modality, date, dateValue, text, textValue, at } = spoken;
    const said = who ?? (whoValue && value(whoValue));
    const on = date ?? (dateValue && value(dateValue));
    const words = textValue ? value(textValue) : read(text);
    return {
        kind,
        ...(said === undefined ? {} : { who: said }),
        ...(on === undefined ? {} : { date: on }),
        text: modality ? `${modalityText(modality, language)} ${words}` : words,
        at,
    };
}

/** `2.1 van 1 maart 2026, vastgesteld` */
export function versionText({ value, say, language }: Sayer, version: Version): string {
    const { number, numberValue, date, year, dateValue, state, stateValue } = version;
    const on = date ?? year ?? (dateValue && value(dateValue));
    const stands = state ?? (stateValue && `${say({ nl: 'stand', en: 'state' })} ${value(stateValue)}`);
    const called = number ?? (numberValue && value(numberValue)) ?? '';
    return [
        [called, ...(on === undefined ? [] : [say({ nl: 'van', en: 'of' }), dateText(on, language)])].join(' ').trim(),
        ...(stands === undefined ? [] : [stands]),
    ].join(', ');
}
