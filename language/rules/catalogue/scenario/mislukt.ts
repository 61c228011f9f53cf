import { machineOf } from '../../../execution/machine.js';
import type { Run } from '../../../simulate/run.js';
import { scenariosIn } from '../../../simulate/in-document.js';
import { inSentence } from '../../../simulate/stops.js';
import { runScenario, type Failure } from '../../../simulate/run-scenario.js';
import { defineDocumentRule } from '../../document-rule.js';
import type { RelatedPlace } from '../../finding.js';

const PROCESS = `interventie Voorbeeld "Voorbeeld" {
    gegeven zorg-gedeeld: ja/nee
    aanpak {
        stap Signaal "Het signaal onderzoeken"
        stap Contact "Contact maken" {
            bepaalt zorg-gedeeld
            daarna {
                als zorg-gedeeld: Gedeeld
                anders: Afgebroken
            }
        }
        einde Gedeeld
        einde Afgebroken
    }
}
`;

export const scenarioMislukt = defineDocumentRule({
    code: 'scenario/mislukt',
    severity: 'error',
    title: {
        nl: 'Elk scenario verloopt zoals het verwacht',
        en: 'Each scenario goes as it expects',
    },
    reason: {
        nl: 'Een scenario is een proef op het draaiboek: loopt het anders, dan klopt het draaiboek niet of het scenario niet. Het wordt stap voor stap doorlopen zoals het draaiboek het zegt; er wordt niets bij verzonnen.',
        en: 'A scenario puts the protocol to the test: where it goes otherwise, the protocol is wrong or the scenario is. It is run step by step as the protocol says; nothing is invented.',
    },
    noFix: {
        nl: 'Of het draaiboek fout is of het scenario, weet alleen de schrijver.',
        en: 'Whether the protocol is wrong or the scenario only the writer knows.',
    },
    messages: {
        failed: {
            nl: 'Scenario "{title}" loopt anders: verwacht was {expected}, maar {actual}.',
            en: 'Scenario "{title}" goes otherwise: expected was {expectedEn}, but {actualEn}.',
        },
        stopped: {
            nl: 'Scenario "{title}" komt niet ver genoeg voor {expected}. {actual}',
            en: 'Scenario "{title}" does not get far enough for {expectedEn}. {actualEn}',
        },
        impossible: {
            nl: 'Scenario "{title}" zegt iets wat niet kan. {actual}',
            en: 'Scenario "{title}" says what cannot be. {actualEn}',
        },
        undecided: {
            nl: 'Van scenario "{title}" is niet te zeggen of {expected} uitkomt: {actual}.',
            en: 'Of scenario "{title}" it cannot be told whether {expectedEn} comes true: {actualEn}.',
        },
    },
    wrong: `${PROCESS}
scenario "De deur blijft dicht" voor Voorbeeld {
    bij Contact: zorg-gedeeld is nee
    verwacht einde Gedeeld
}
`,
    right: `${PROCESS}
scenario "De deur blijft dicht" voor Voorbeeld {
    bij Contact: zorg-gedeeld is nee
    verwacht pad Signaal, Contact
    verwacht einde Afgebroken
}
`,
    checkDocument: ({ document, services, settings }, report) => {
        for (const { scenario, protocol, fault } of scenariosIn(document, services)) {
            const machine = protocol && !fault ? machineOf(protocol) : undefined;
            if (!machine) {
                continue;
            }
            const { run, failures } = runScenario(machine, scenario, { holidays: settings.holidays });
            const following = failures.filter(isFollowing);
            for (const failure of failures.filter((f) => !isFollowing(f))) {
                report({
                    message: messageOf(failure, run),
                    at: failure.at,
                    parameters: {
                        title: scenario.title,
                        expected: failure.expected.nl,
                        expectedEn: failure.expected.en,
                        actual: failure.certain ? failure.actual.nl : inClause(failure.actual.nl),
                        actualEn: failure.certain ? failure.actual.en : inClause(failure.actual.en),
                    },
                    ...(failure.certain ? {} : { severity: 'warning' }),
                    related: [
                        ...(failure.kind === 'scenario' ? [] : pathOf(run)),
                        ...(isCause(failure, failures) ? following.map(alsoMissed) : []),
                    ],
                    data: {
                        outcome: failure.certain ? 'failed' : 'undecided',
                        path: run.path,
                        ...(run.end === undefined ? {} : { end: run.end }),
                    },
                });
            }
        }
    },
});

function isFollowing({ kind }: Failure): boolean {
    return kind === 'follows' || kind === 'unknown';
}

/** What follows from a cause stands behind it; the cause is the first. */
function isCause(failure: Failure, [first]: readonly Failure[]): boolean {
    return failure === first;
}

function alsoMissed({ expected, actual, at }: Failure): RelatedPlace {
    return {
        message: {
            nl: `Verwacht was ook ${expected.nl}: ${actual.nl}.`,
            en: `Expected was also ${expected.en}: ${actual.en}.`,
        },
        at,
    };
}

function messageOf(
    { actual, certain, kind }: Failure,
    { stop }: Run,
): 'failed' | 'stopped' | 'undecided' | 'impossible' {
    if (kind === 'scenario') {
        return 'impossible';
    }
    return !certain ? 'undecided' : stop && actual === stop.message ? 'stopped' : 'failed';
}

/** A message as it goes on behind a colon, before a full stop. */
function inClause(text: string): string {
    return inSentence(text).replace(/\.$/, '');
}

/** What happened, each at its place in the text. */
function pathOf({ log }: Run): RelatedPlace[] {
    return log.filter(({ kind }) => kind !== 'goes-on').map(({ message, at }) => ({ message, at }));
}
