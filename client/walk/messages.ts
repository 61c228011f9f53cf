import type { Spot, WalkAnswer, WalkChoice, WalkFacts } from '../../server/requests.js';
import type { WalkTexts } from './texts.js';

/** What the extension says to the page of a walk: all that it shows. */
export interface ToWalkPage {
    readonly type: 'show';
    readonly language: 'nl' | 'en';
    readonly texts: WalkTexts;
    /** undefined where no case is walked through */
    readonly answer: WalkAnswer | undefined;
    /** the title of the scenario that the walk began with */
    readonly scenario?: string;
    /** whether a choice can be taken back */
    readonly canGoBack: boolean;
    /** what comes next by the scenario, or was taken back last */
    readonly next?: WalkChoice;
    /** what was said to be known at the beginning, by the scenario or before that was taken back */
    readonly known?: WalkFacts;
    /** that not all choices can be made any more */
    readonly notice?: string;
}

/** What the page of a walk says to the extension. */
export type FromWalkPage =
    | { readonly type: 'ready' | 'start' | 'back' | 'next' | 'again' | 'stop' | 'save' }
    | { readonly type: 'begin'; readonly facts: WalkFacts }
    | { readonly type: 'choose'; readonly choice: WalkChoice }
    | { readonly type: 'go'; readonly at: Spot };
