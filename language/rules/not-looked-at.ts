import { mayGoAround } from '../analysis/go-around.js';
import type { Proofs } from '../analysis/proofs.js';
import type { Station } from '../execution/machine.js';
import { laboursOf, leavesOpen } from '../model/queries.js';
import type { Bilingual } from '../text/bilingual.js';
import { enumerate } from '../text/numbers.js';
import { comesFromAnywhere, isReachedIn, nextNotStated } from './proof.js';

/** Steps, groups, phases, escalations and ends of which is not known whether a case comes there, and how. */
export interface NotLookedAt {
    readonly stations: readonly Station[];
    /** what the text leaves open, by which it is not known */
    readonly because: Bilingual;
}

/**
 * What no course comes to that the text states, while it leaves open where some course goes on: a case may come there, and
 * nobody can say what it then did and knows. What is proved of all courses says nothing of it.
 *
 * @returns undefined where every part was looked at, or where the text leaves nothing open that could lead there
 */
export function notLookedAt(proofs: Proofs): NotLookedAt | undefined {
    const { space, soundness } = proofs;
    const { stations } = space.machine;
    const unreached = soundness.unreached.flatMap((i) => stations[i] ?? []);
    if (unreached.length === 0) {
        return undefined;
    }
    const next = nextNotStated(proofs);
    const anywhere = unreached.filter(comesFromAnywhere);
    const isReached = isReachedIn(space);
    const factsOpen = stations.filter(
        (s) => isReached(s) && laboursOf(s.node).some((work) => leavesOpen(work, 'bepaalt')),
    );
    const [from, facts] = [anywhere, factsOpen].map((all) => enumerate(all.map(({ node }) => `\`${node.name}\``)));
    const because: Bilingual[] = [
        ...(next ? [next] : []),
        ...(from && anywhere.length > 0
            ? [
                  {
                      nl: `Vanwaar een gezin naar ${from.nl} gaat, laat de tekst open.`,
                      en: `From where a case goes to ${from.en} the text leaves open.`,
                  },
              ]
            : []),
        ...(facts && factsOpen.length > 0
            ? [
                  {
                      nl: `Wat er bij ${facts.nl} bekend wordt, laat de tekst open.`,
                      en: `What becomes known at ${facts.en} the text leaves open.`,
                  },
              ]
            : []),
    ];
    return because.length === 0
        ? undefined
        : {
              stations: unreached,
              because: { nl: because.map((b) => b.nl).join(' '), en: because.map((b) => b.en).join(' ') },
          };
}

/**
 * Why a question cannot be decided though nothing is found: parts that it is about were not looked at.
 *
 * @param concerns whether the question is about what is at a station
 */
export function doubtOf(proofs: Proofs, concerns: (station: Station) => boolean): Bilingual | undefined {
    const found = notLookedAt(proofs);
    const names = enumerate(found?.stations.filter(concerns).map(({ node }) => `\`${node.name}\``) ?? []);
    return !found || names.nl === ''
        ? undefined
        : {
              nl: `${found.because.nl} Hoe een gezin bij ${names.nl} komt, is daardoor niet bekeken.`,
              en: `${found.because.en} So it was not looked at how a case comes to ${names.en}.`,
          };
}

/**
 * Why it cannot be said that a case has done some work before it comes further: where the text leaves open what comes next, a
 * case may go on anywhere, without that work.
 *
 * @param left what the work is for, by name, with the stations at which it is done; none where no work is
 */
export function aroundDoubt(
    proofs: Proofs,
    left: readonly { readonly name: string; readonly stations: ReadonlySet<number> }[],
): Bilingual | undefined {
    const next = nextNotStated(proofs);
    const around = next ? left.filter(({ stations }) => stations.size > 0 && mayGoAround(proofs, stations)) : [];
    const names = enumerate([...new Set(around.map(({ name }) => `\`${name}\``))]);
    return !next || around.length === 0
        ? undefined
        : {
              nl: `${next.nl} Wie van daar verdergaat, kan om het werk voor ${names.nl} heen gaan.`,
              en: `${next.en} Who goes on from there may go around the work for ${names.en}.`,
          };
}
