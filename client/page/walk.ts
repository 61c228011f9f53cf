/** The page of a walk: shows where a case is and what can be chosen, and says what somebody chooses. */
import type { Spot, WalkAnswer, WalkOption } from '../../server/requests.js';
import type { FromWalkPage, ToWalkPage } from '../walk/messages.js';
import type { WalkTexts } from '../walk/texts.js';
import { element, type Content } from './elements.js';
import { answersIn, questionFields } from './walk-questions.js';

declare function acquireVsCodeApi(): { postMessage: (message: FromWalkPage) => void };

const vscode = acquireVsCodeApi();
const main = document.getElementById('walk') ?? document.body;
const said = document.getElementById('said');
let shown = '';

window.addEventListener('message', ({ data }: MessageEvent<ToWalkPage>) => {
    const next = JSON.stringify(data);
    // what somebody fills in stays while nothing changes
    if (next !== shown) {
        shown = next;
        show(data);
    }
});
vscode.postMessage({ type: 'ready' });

function show(message: ToWalkPage): void {
    const { answer, texts, language } = message;
    document.documentElement.lang = language;
    const before = document.activeElement;
    const hadFocus = main.contains(before) && before !== main;
    main.replaceChildren(...(answer ? walkIn(message, answer) : noWalk(texts)));
    if (hadFocus) {
        // who goes on with the same button keeps it; who chose something reads what can be chosen now
        const same = before?.id ? main.querySelector<HTMLElement>(`#${before.id}:not(:disabled)`) : null;
        (same ?? document.getElementById('choose'))?.focus();
    }
    if (said) {
        said.textContent = answer ? inShort(answer, texts) : '';
    }
}

function noWalk(texts: WalkTexts): HTMLElement[] {
    return [
        element('h1', { class: 'only-heard' }, texts.title),
        element('p', {}, texts.none),
        button(
            texts.start,
            () => {
                vscode.postMessage({ type: 'start' });
            },
            'primary',
        ),
    ];
}

function walkIn(message: ToWalkPage, answer: WalkAnswer): HTMLElement[] {
    const { texts, scenario, notice } = message;
    return [
        element(
            'header',
            {},
            element('h1', {}, answer.title),
            scenario !== undefined && element('p', { class: 'quiet' }, `${texts.scenario}: ${scenario}`),
            tools(message, answer),
            notice !== undefined && element('p', { class: 'notice', role: 'alert' }, notice),
        ),
        element(
            'div',
            { class: 'columns' },
            ...(answer.begun ? situation(answer, message) : [beginning(answer, message)]),
        ),
    ];
}

function tools({ texts, canGoBack, next, known, scenario }: ToWalkPage, answer: WalkAnswer): HTMLElement {
    const tool = (type: 'back' | 'next' | 'again' | 'stop' | 'save', label: string, isPossible = true) => {
        const send = () => {
            vscode.postMessage({ type });
        };
        const made = button(label, send, '', !isPossible);
        made.id = `tool-${type}`;
        return made;
    };
    return element(
        'div',
        { role: 'toolbar', 'aria-label': texts.tools, class: 'tools' },
        tool('back', texts.back, canGoBack),
        tool('next', scenario === undefined ? texts.next : texts.nextOf, (answer.begun ? next : known) !== undefined),
        tool('again', texts.again),
        tool('stop', texts.stop),
        tool('save', texts.save, answer.outcome?.isEnd === true),
    );
}

function beginning({ start }: WalkAnswer, { texts, known }: ToWalkPage): HTMLElement {
    const form = element('form', {}, ...questionFields(start, texts, 'start', known));
    form.append(element('button', { class: 'primary' }, texts.toBegin));
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        vscode.postMessage({ type: 'begin', facts: answersIn(form, start) });
    });
    return section('choose', texts.begin, form);
}

function situation(answer: WalkAnswer, { texts, next }: ToWalkPage): HTMLElement[] {
    const { current, roles, due, options, outcome, documents, facts, log } = answer;
    return [
        element(
            'div',
            {},
            section(
                'now',
                texts.now,
                outcome && element('p', { class: outcome.isEnd ? 'end' : 'notice' }, link(outcome.text, outcome.at)),
                ...current.map((place) =>
                    element(
                        'div',
                        {
                            class: place.isWaiting ? 'place waiting' : 'place',
                            ...(place.isWaiting ? {} : { 'aria-current': 'step' }),
                        },
                        link(place.label, place.head),
                        element('span', { class: 'quiet' }, ` ${place.stage}`),
                        list(place.notes.map((note) => [note])),
                    ),
                ),
            ),
            section('choose', texts.options, ...optionsIn(options, texts, next)),
        ),
        element(
            'div',
            {},
            section(
                'roles',
                texts.roles,
                roles.length === 0 && element('p', { class: 'quiet' }, texts.nothing),
                ...roles.flatMap(({ label, directs, tasks }) => [
                    element('h3', {}, label, directs && element('span', { class: 'quiet' }, ` (${texts.directs})`)),
                    list(tasks.map(({ text, at }) => [link(text, at)])),
                ]),
            ),
            section(
                'due',
                texts.due,
                due.length === 0
                    ? element('p', { class: 'quiet' }, texts.noDue)
                    : list(due.map(({ text, when, at }) => [link(text, at), element('strong', {}, ` ${when}`)])),
            ),
        ),
        element(
            'div',
            {},
            section(
                'state',
                texts.state,
                element(
                    'dl',
                    {},
                    ...pair(texts.time, answer.time),
                    ...pair(texts.contacts, answer.contacts),
                    ...pair(texts.directors, answer.directors),
                    ...pair(
                        texts.documents,
                        documents.length === 0
                            ? texts.nothing
                            : list(documents.map(({ label, state }) => [`${label} (${state})`])),
                    ),
                    ...pair(
                        texts.facts,
                        facts.length === 0
                            ? texts.nothing
                            : list(facts.map(({ label, value }) => [`${label}: ${value}`])),
                    ),
                ),
            ),
        ),
        section(
            'log',
            texts.log,
            element(
                'ol',
                {},
                ...log.map(({ text, when, at }) =>
                    element('li', {}, link(text, at), element('span', { class: 'quiet' }, ` ${when}`)),
                ),
            ),
        ),
    ];
}

const GROUPS = ['work', 'decision', 'event'] as const;

function optionsIn(options: readonly WalkOption[], texts: WalkTexts, next: ToWalkPage['next']): HTMLElement[] {
    return GROUPS.flatMap((group) => {
        const own = options.filter((o) => o.group === group);
        return own.length === 0
            ? []
            : [
                  element('h3', {}, texts[group]),
                  ...own.map((option, index) => optionIn(option, `${group}-${String(index)}`, texts, next)),
              ];
    });
}

function optionIn(option: WalkOption, id: string, texts: WalkTexts, next: ToWalkPage['next']): HTMLElement {
    const { choice, label, detail, questions } = option;
    const isNext =
        next?.kind === choice.kind && next.step === choice.step && next.to === choice.to && next.nth === choice.nth;
    const shown: Content[] = [
        label,
        isNext && element('span', { class: 'quiet' }, ` (${texts.scenario.toLowerCase()})`),
    ];
    const described = detail === undefined || detail === '' ? undefined : detail;
    if (questions.length === 0) {
        return element(
            'div',
            { class: 'option' },
            button(
                shown,
                () => {
                    vscode.postMessage({ type: 'choose', choice });
                },
                'primary',
            ),
            described !== undefined && element('span', { class: 'quiet' }, ` ${described}`),
        );
    }
    const form = element(
        'form',
        { class: 'option', 'aria-label': label },
        ...questionFields(questions, texts, id, isNext ? next?.facts : undefined),
        element('button', { class: 'primary' }, ...shown),
    );
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        const facts = Object.fromEntries(
            Object.entries(answersIn(form, questions)).filter(([, value]) => value !== null),
        ) as NonNullable<typeof choice.facts>;
        vscode.postMessage({ type: 'choose', choice: { ...choice, facts } });
    });
    return form;
}

/** What is heard after each choice. */
function inShort({ current, outcome, options, title, begun }: WalkAnswer, texts: WalkTexts): string {
    return begun
        ? [
              outcome?.text ?? current.map(({ label, stage }) => `${label}: ${stage}`).join('. '),
              options.length === 0 ? '' : `${texts.options}: ${String(options.length)}`,
          ]
              .filter((part) => part !== '')
              .join('. ')
        : `${title}. ${texts.begin}`;
}

function section(id: string, title: string, ...content: readonly Content[]): HTMLElement {
    return element(
        'section',
        { 'aria-labelledby': id, class: id },
        element('h2', { id, tabindex: '-1' }, title),
        ...content,
    );
}

function button(label: string | readonly Content[], onclick: () => void, kind = '', disabled = false): HTMLElement {
    const content = typeof label === 'string' ? [label] : label;
    return element('button', { type: 'button', class: kind, onclick, disabled }, ...content);
}

/** A button that shows a place in the text. */
function link(label: string, at: Spot): HTMLElement {
    return button(
        label,
        () => {
            vscode.postMessage({ type: 'go', at });
        },
        'link',
    );
}

function list(items: readonly (readonly Content[])[]): HTMLElement | undefined {
    return items.length === 0 ? undefined : element('ul', {}, ...items.map((item) => element('li', {}, ...item)));
}

function pair(term: string, value: Content): HTMLElement[] {
    return [element('dt', {}, term), element('dd', {}, value)];
}
