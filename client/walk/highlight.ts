import * as vscode from 'vscode';
import { rangeOf } from '../places.js';
import { text } from '../texts.js';
import type { Walk } from './walk.js';

/** Shows in the text where the case of a walk is, in colour and in words, and brings it into sight where somebody chose. */
export function highlightWalk(walk: Walk): vscode.Disposable {
    const here = decoration('editor.findMatchHighlightBackground', 'editor.findMatchHighlightBorder');
    const waiting = decoration('editor.wordHighlightBackground', 'editor.wordHighlightBorder');
    const show = (moved: boolean) => {
        for (const editor of vscode.window.visibleTextEditors) {
            const uri = editor.document.uri.toString();
            const own = walk.places().filter(({ head }) => head.uri === uri);
            const marks = (isWaiting: boolean) =>
                own
                    .filter((place) => place.isWaiting === isWaiting)
                    .map(({ head, stage }) => ({
                        range: rangeOf(head),
                        renderOptions: { after: { contentText: `  ◂ ${text('walkHere')}: ${stage}` } },
                    }));
            editor.setDecorations(here, marks(false));
            editor.setDecorations(waiting, marks(true));
            const first = own.find((place) => !place.isWaiting) ?? own[0];
            if (moved && first) {
                editor.revealRange(rangeOf(first.head), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
            }
        }
    };
    return vscode.Disposable.from(
        here,
        waiting,
        walk.onDidChange(({ moved }) => {
            show(moved);
        }),
        vscode.window.onDidChangeVisibleTextEditors(() => {
            show(false);
        }),
    );
}

function decoration(background: string, border: string): vscode.TextEditorDecorationType {
    return vscode.window.createTextEditorDecorationType({
        isWholeLine: true,
        backgroundColor: new vscode.ThemeColor(background),
        border: '1px solid',
        borderColor: new vscode.ThemeColor(border),
        overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
        overviewRulerLane: vscode.OverviewRulerLane.Full,
        after: { color: new vscode.ThemeColor('editorCodeLens.foreground') },
    });
}
