import * as vscode from 'vscode';
import {
    WALK,
    type WalkAnswer,
    type WalkChoice,
    type WalkFacts,
    type WalkPlace,
    type WalkRequest,
} from '../../server/requests.js';
import { newest } from '../newest.js';
import type { Server } from '../server.js';

/** Where a walk begins: in a file, around a line of it or with one of its scenarios. */
export interface WalkStart {
    readonly uri: string;
    readonly line?: number;
    /** the id of a scenario of the file */
    readonly scenario?: string;
}

/** The walk through a case that the user is on; there is one. */
export interface Walk extends vscode.Disposable {
    readonly start: (from: WalkStart) => Promise<WalkAnswer | undefined>;
    /** says what is known at the start */
    readonly begin: (facts: WalkFacts) => Promise<void>;
    readonly choose: (choice: WalkChoice) => Promise<void>;
    /** takes the last choice back */
    readonly back: () => Promise<void>;
    /** makes the choice that the scenario has next, or that was taken back last */
    readonly next: () => Promise<void>;
    /** begins anew, from what it began with */
    readonly again: () => Promise<void>;
    /** ends the walk: it is shown nowhere any more */
    readonly stop: () => Promise<void>;
    readonly answer: () => WalkAnswer | undefined;
    /** where the case is; nowhere while there is no walk */
    readonly places: () => readonly WalkPlace[];
    readonly upNext: () => WalkChoice | undefined;
    /** what was said to be known at the beginning, where that was taken back and can be said again */
    readonly known: () => WalkFacts | undefined;
    readonly canGoBack: () => boolean;
    /** the title of the scenario that it began with */
    readonly scenario: () => string | undefined;
    /** why its scenario goes no further from here; undefined elsewhere, and where it came to its end */
    readonly stopped: () => string | undefined;
    /** how many choices can no longer be made, since the text is another now */
    readonly lost: () => number;
    /** what to ask the server about this walk */
    readonly request: () => WalkRequest | undefined;
    /** the walk is elsewhere now, or the text says something else of it; `moved` where somebody chose something */
    readonly onDidChange: vscode.Event<{ readonly moved: boolean }>;
}

export function createWalk(server: Server): Walk {
    const changed = new vscode.EventEmitter<{ readonly moved: boolean }>();
    let from: WalkStart | undefined;
    let request: WalkRequest | undefined;
    let answer: WalkAnswer | undefined;
    let scenario: string | undefined;
    /** what may come next: of the scenario, or taken back */
    let ahead: readonly WalkChoice[] = [];
    let aheadFacts: WalkFacts | undefined;
    /** why what the scenario says ends here, as long as the walk goes as it says */
    let stopAhead: string | undefined;
    /** whether somebody chose something since the last answer */
    let moved = false;

    // while a text is half typed the last answer stays
    const askNewest = newest(
        async () => request && (await server.ask<WalkAnswer>(WALK, request)),
        (given) => {
            answer = given;
            const happened = { moved };
            moved = false;
            changed.fire(happened);
        },
    );
    const ask = (byChoice: boolean): Promise<void> => {
        moved ||= byChoice;
        return askNewest();
    };
    const made = (): readonly WalkChoice[] => request?.choices.slice(0, answer?.made ?? 0) ?? [];
    const move = (change: Partial<WalkRequest>): Promise<void> => {
        request = request && { ...request, ...change };
        return ask(true);
    };
    const start = async (begin: WalkStart): Promise<WalkAnswer | undefined> => {
        const first = await server.ask<WalkAnswer>(WALK, { ...begin, choices: [] });
        if (!first) {
            return undefined;
        }
        const { planned } = first;
        from = begin;
        scenario = planned?.title;
        ahead = planned?.choices ?? [];
        aheadFacts = planned?.facts;
        stopAhead = planned?.stop;
        const { uri, intervention } = first;
        request = { uri, intervention, choices: [], ...(planned && { facts: planned.facts }) };
        answer = first;
        await ask(true);
        return answer;
    };
    const listener = server.onDidChange(() => {
        void ask(false);
    });
    return {
        start,
        again: async () => void (from && (await start(from))),
        begin: (facts) => {
            if (!sameFacts(facts, aheadFacts ?? {})) {
                [ahead, stopAhead] = [[], undefined];
            }
            return move({ facts, choices: [] });
        },
        choose: (choice) => {
            const [next, ...rest] = ahead;
            const isNext = JSON.stringify(next) === JSON.stringify(choice);
            ahead = isNext ? rest : [];
            stopAhead = isNext ? stopAhead : undefined;
            return move({ choices: [...made(), choice] });
        },
        back: async () => {
            const choices = made();
            const last = choices.at(-1);
            if (last) {
                ahead = [last, ...ahead];
                await move({ choices: choices.slice(0, -1) });
            } else if (request?.facts && answer && answer.start.length > 0) {
                const { facts, ...rest } = request;
                aheadFacts = facts;
                request = rest;
                await ask(true);
            }
        },
        next: async () => {
            const [next, ...rest] = ahead;
            if (answer && !answer.begun && aheadFacts) {
                await move({ facts: aheadFacts, choices: [] });
            } else if (next) {
                ahead = rest;
                await move({ choices: [...made(), next] });
            }
        },
        stop: () => {
            [from, request, answer, scenario, aheadFacts] = [undefined, undefined, undefined, undefined, undefined];
            [ahead, stopAhead] = [[], undefined];
            changed.fire({ moved: true });
            return ask(false);
        },
        answer: () => answer,
        places: () => answer?.current ?? [],
        upNext: () => ahead[0],
        known: () => (answer?.begun === false ? aheadFacts : undefined),
        canGoBack: () => made().length > 0 || (answer?.begun === true && answer.start.length > 0),
        scenario: () => scenario,
        stopped: () => (answer?.begun === true && !answer.outcome && ahead.length === 0 ? stopAhead : undefined),
        lost: () => (request?.choices.length ?? 0) - made().length,
        request: () => request && { ...request, choices: made() },
        onDidChange: changed.event,
        dispose: () => {
            vscode.Disposable.from(changed, listener).dispose();
        },
    };
}

/** What is not known may be said, or left out. */
function sameFacts(some: WalkFacts, others: WalkFacts): boolean {
    return Object.keys({ ...some, ...others }).every((name) => (some[name] ?? null) === (others[name] ?? null));
}
