import type { Proofs } from '../analysis/proofs.js';
import { essenceOf } from '../model/kept.js';
import { isPlace } from '../model/is-place.js';
import type { Protocol } from '../model/protocol.js';
import type { Settings } from '../settings/settings.js';
import type { Report } from './rule.js';

type Told<Key extends string> = Parameters<Report<Key>>[0];

interface Kept {
    readonly settings: string;
    readonly told: readonly Told<string>[];
}

/** What rules about courses told of an interventie, by their codes; with its proofs it is let go. */
const keptOf = new WeakMap<Proofs, Map<string, Kept>>();
const placesOf = new WeakMap<Proofs, ReadonlySet<object>>();
const inWords = new WeakMap<Settings, string>();

/**
 * Lets a rule about courses tell what it told of the version of an interventie before this one, where both say the same
 * for what reasons. The places in it are those of the model, which has moved them. With a fix, or a place of its own,
 * which are of one version of the text, it is asked anew.
 *
 * @param prove asks the rule
 */
export function tellAsBefore<Key extends string>(
    code: string,
    protocol: Protocol,
    { proofs, settings }: { readonly proofs: Proofs; readonly settings: Settings },
    report: Report<Key>,
    prove: (report: Report<Key>) => void,
): void {
    // most are read once
    if (essenceOf(protocol) === protocol) {
        prove(report);
        return;
    }
    const ofRules = keptOf.get(proofs) ?? new Map<string, Kept>();
    keptOf.set(proofs, ofRules);
    const words = inWords.get(settings) ?? JSON.stringify(settings);
    inWords.set(settings, words);
    const kept = ofRules.get(code);
    if (kept?.settings === words) {
        kept.told.forEach((finding) => {
            report(finding as Told<Key>);
        });
        return;
    }
    const told: Told<Key>[] = [];
    prove((finding) => {
        told.push(finding);
        report(finding);
    });
    if (told.every((finding) => isOfTheModel(finding, placesIn(essenceOf(protocol), proofs)))) {
        ofRules.set(code, { settings: words, told });
    }
}

function isOfTheModel({ at, related = [], fixes = [] }: Told<string>, places: ReadonlySet<object>): boolean {
    return fixes.length === 0 && places.has(at) && related.every((r) => places.has(r.at));
}

function placesIn(essence: Protocol, proofs: Proofs): ReadonlySet<object> {
    let places = placesOf.get(proofs);
    if (!places) {
        places = collect(essence, new Set());
        placesOf.set(proofs, places);
    }
    return places;
}

function collect(value: object, places: Set<object>): ReadonlySet<object> {
    if (isPlace(value)) {
        places.add(value);
    } else {
        for (const part of Object.values(value) as unknown[]) {
            if (typeof part === 'object' && part !== null) {
                collect(part, places);
            }
        }
    }
    return places;
}
