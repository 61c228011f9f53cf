import type { Bilingual } from '../../text/bilingual.js';
import { withoutBrace } from '../missing-braces.js';
import {
    amountInText,
    articleOfTime,
    boundInOtherWords,
    figures,
    howMuch,
    lengthOfTime,
    rangeInOtherWords,
    statementOfOtherBlock,
    textBehindComma,
} from './amounts.js';
import { beforeOrAfter, monthsInText, numberedWeek, termInText, termOfGoal, termOfWork } from './dates.js';
import { kindOfFact, textOfValue, valuesWithSlash, yesOrNo } from './facts.js';
import { firmness, otherFirmness } from './firmness.js';
import { openWithoutMeaning, secrecy } from './no-place.js';
import {
    caseIsOpen,
    findingIsOpen,
    groupIsOpen,
    nameIsOpen,
    partOfCountIsOpen,
    sourceIsOpen,
    valueOfFactIsOpen,
    whenKnownIsOpen,
} from './open-no-place.js';
import {
    activityInWords,
    arrow,
    branchBehindTarget,
    branchesInStep,
    branchWithoutWord,
    conditionWord,
    countOfSteps,
    decider,
    endOnCondition,
    interruptionOfApproach,
    endWithoutSuccess,
    moreTargets,
    namelessHandover,
    nextWithoutColon,
    resumes,
    stepAfter,
    surplusColon,
    thenForColon,
    waitBehindTarget,
    worksTowards,
} from './flow.js';
import { nameWithSigns } from './name-signs.js';
import { conditionInWords, targetBehindTo } from './conditions.js';
import { bullet } from './bullets.js';
import { confirmationStaysOut, formOfHandover, givers, receiver } from './handovers.js';
import { wholeLine } from './lines.js';
import type { Mistake, Way } from './mistake.js';
import {
    kindBeforeName,
    nameOfFigures,
    nameOfMoreWords,
    nameOfTheLanguage,
    nameThatIsEscaped,
    namesWithAnd,
    namesWithOr,
    quoteInText,
    withoutOpeningQuote,
    wordInCapitals,
    wordTwice,
} from './names-and-quotes.js';
import {
    blockOfOpen,
    differsLocally,
    moreOfOpenPart,
    openBefore,
    openRecognition,
    openRole,
    reasonOfOpen,
    toBeDetermined,
} from './open-values.js';
import { openWithoutLink } from './open-links.js';
import { otherwiseIf } from './otherwise-if.js';
import {
    expectedOfOpen,
    moreExpectations,
    namesWithoutComma,
    nobodyCame,
    partBehindName,
    partWithoutBlock,
    sourceOfWhole,
    visitWithoutWord,
} from './on-their-own.js';
import { addressForName, reasonOfDerived, recognition, sides, speaker } from './sources.js';
import { unquotedText } from './unquoted-text.js';
import { articleBeforeName, commaBeforeWith, everyone, oneOfMore } from './who.js';
import { allowed, required } from './obligation.js';
import { wordInTwo } from './word-in-two.js';

/**
 * All that people write and the language says in another way, by what was probably meant; of more the first is told. A
 * line that always means the same is a row in `lines.ts`; what needs a look at the words around it is a function here.
 */
const WAYS: readonly Way[] = [
    nameThatIsEscaped,
    caseIsOpen,
    nobodyCame,
    visitWithoutWord,
    sourceOfWhole,
    moreExpectations,
    namesWithoutComma,
    expectedOfOpen,
    // a whole line in the form of another language
    quoteInText,
    wordTwice,
    addressForName,
    branchesInStep,
    activityInWords,
    interruptionOfApproach,
    endOnCondition,
    stepAfter,
    thenForColon,
    branchWithoutWord,
    moreTargets,
    branchBehindTarget,
    yesOrNo,
    valuesWithSlash,
    nameWithSigns,
    worksTowards,
    endWithoutSuccess,
    recognition,
    openRecognition,
    conditionInWords,
    otherwiseIf,
    targetBehindTo,
    commaBeforeWith,
    wholeLine,
    nameIsOpen,
    sourceIsOpen,
    partOfCountIsOpen,
    whenKnownIsOpen,
    valueOfFactIsOpen,
    groupIsOpen,
    findingIsOpen,
    namelessHandover,
    openWithoutLink,
    everyone,
    openWithoutMeaning,
    secrecy,
    otherFirmness,
    oneOfMore,
    allowed,
    required,
    howMuch,
    amountInText,
    numberedWeek,
    waitBehindTarget,
    reasonOfDerived,
    sides,
    moreOfOpenPart,
    reasonOfOpen,
    toBeDetermined,
    givers,
    termInText,
    openBefore,
    termOfGoal,
    resumes,
    textOfValue,
    speaker,
    bullet,
    // names and texts
    withoutOpeningQuote,
    wordInTwo,
    partBehindName,
    nameOfMoreWords,
    nameOfFigures,
    nameOfTheLanguage,
    partWithoutBlock,
    unquotedText,
    // a word or two in the line
    articleBeforeName,
    articleOfTime,
    decider,
    lengthOfTime,
    confirmationStaysOut,
    formOfHandover,
    countOfSteps,
    nextWithoutColon,
    arrow,
    kindBeforeName,
    wordInCapitals,
    namesWithOr,
    namesWithAnd,
    blockOfOpen,
    surplusColon,
    conditionWord,
    boundInOtherWords,
    rangeInOtherWords,
    kindOfFact,
    receiver,
    beforeOrAfter,
    differsLocally,
    monthsInText,
    figures,
    openRole,
    termOfWork,
    firmness,
    withoutBrace,
    statementOfOtherBlock,
    textBehindComma,
];

/** How the language says what was probably meant where a text could not be read; nothing where that is not clear. */
export function otherwise(mistake: Mistake): Bilingual | undefined {
    for (const way of WAYS) {
        const meant = way(mistake);
        if (meant && !makesTextOfOpen(mistake, meant)) {
            return meant;
        }
    }
    return undefined;
}

/** Whether a mend puts an `onbekend` or a `plaatselijk` of its line in quotation marks: what is open stays open. */
function makesTextOfOpen({ line }: Mistake, { nl }: Bilingual): boolean {
    const right = /^Schrijf `([^`]+)` in plaats van /.exec(nl)?.[1];
    return right !== undefined && openIn(textsOf(right)) > openIn(textsOf(line));
}

function textsOf(line: string): string {
    return line.match(/"[^"]*"/g)?.join(' ') ?? '';
}

function openIn(words: string): number {
    return words.match(/\b(onbekend|plaatselijk)\b/g)?.length ?? 0;
}
