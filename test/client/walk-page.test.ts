/** The page of a walk in a document of its own, with the messages that it gets from the extension and sends to it. */
import { randomUUID } from 'node:crypto';
import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FromWalkPage, ToWalkPage } from '../../client/walk/messages.js';
import { walkTexts } from '../../client/walk/texts.js';
import type { WalkAnswer } from '../../server/requests.js';

const ANSWER: WalkAnswer = {
    uri: 'memory:/a.draaiboek',
    intervention: 'X',
    title: 'Pad',
    start: [
        { name: 'gemeld', label: 'Is er gemeld?', type: 'yes-no', values: [], required: false },
        { name: 'keer', label: 'Hoe vaak?', type: 'number', values: [], required: false },
    ],
    begun: false,
    made: 0,
    current: [],
    roles: [],
    due: [],
    options: [],
    facts: [],
    documents: [],
    contacts: '',
    time: '',
    directors: '',
    log: [],
};

describe('the page of a walk', () => {
    let page: Window;
    let sent: FromWalkPage[];

    beforeEach(async () => {
        page = new Window({ url: 'https://voorbeeld.test/' });
        page.document.body.innerHTML = '<main id="walk"></main><p id="said" role="status"></p>';
        sent = [];
        vi.stubGlobal('window', page);
        vi.stubGlobal('document', page.document);
        vi.stubGlobal('FormData', page.FormData);
        vi.stubGlobal('acquireVsCodeApi', () => ({ postMessage: (message: FromWalkPage) => sent.push(message) }));
        await import(/* @vite-ignore */ `../../client/page/walk.js?opened=${randomUUID()}`);
    });
    afterEach(async () => {
        vi.unstubAllGlobals();
        await page.happyDOM.close();
    });

    function show(more: Partial<ToWalkPage>): void {
        const data: ToWalkPage = {
            type: 'show',
            language: 'nl',
            texts: walkTexts('nl'),
            answer: ANSWER,
            canGoBack: false,
            ...more,
        };
        page.dispatchEvent(new page.MessageEvent('message', { data }));
    }
    const button = (name: string) =>
        [...page.document.querySelectorAll('button')].find((b) => b.textContent.trim() === name);

    test('begins with nothing filled in for a case of which nothing was said', () => {
        show({});
        expect(button('Volgende')?.hasAttribute('disabled')).toBe(true);
        button('Begin')?.click();
        expect(sent.at(-1)).toEqual({ type: 'begin', facts: { gemeld: null, keer: null } });
    });

    test('begins with what was known before that was taken back, and goes on by it', () => {
        show({ known: { gemeld: false, keer: 2 }, scenario: 'De gewone weg' });
        const next = button('Volgende volgens het scenario');
        expect(next?.hasAttribute('disabled')).toBe(false);
        next?.click();
        expect(sent.at(-1)).toEqual({ type: 'next' });
        button('Begin')?.click();
        expect(sent.at(-1)).toEqual({ type: 'begin', facts: { gemeld: false, keer: 2 } });
    });

    test('keeps the keyboard on the button that goes on, and else brings it to what can be chosen', () => {
        const begun = { ...ANSWER, begun: true };
        const next = { kind: 'finish', step: 'A' } as const;
        show({ answer: begun, next, canGoBack: true });
        button('Volgende')?.focus();
        show({ answer: { ...begun, made: 1 }, next, canGoBack: true });
        expect(page.document.activeElement.textContent).toBe('Volgende');
        show({ answer: { ...begun, made: 2 }, canGoBack: true });
        expect(page.document.activeElement.textContent).toBe('Wat kan er nu');
    });

    test('marks what the scenario chooses, and no other choice of that name', () => {
        const options = [0, 1].map((nth) => ({
            choice: { kind: 'finish', step: 'A', nth } as const,
            label: `Keuze ${String(nth)}`,
            group: 'work' as const,
            questions: [],
            at: { uri: ANSWER.uri, line: 0, character: 0, endLine: 0, endCharacter: 1 },
        }));
        show({ answer: { ...ANSWER, begun: true, options }, next: { kind: 'finish', step: 'A', nth: 1 } });
        expect([...page.document.querySelectorAll('.option')].map((option) => option.textContent)).toEqual([
            'Keuze 0',
            'Keuze 1 (scenario)',
        ]);
    });
});
