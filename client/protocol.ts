import * as vscode from 'vscode';

/** Follows which protocol the user works on: the one of the active editor, or else the last one, while it is open. */
export function followProtocol(): vscode.Disposable & ActiveProtocol {
    const changed = new vscode.EventEmitter<void>();
    let editor = protocolEditor();
    const listeners = [
        vscode.window.onDidChangeActiveTextEditor((active) => {
            if (active && isProtocol(active.document) && active !== editor) {
                editor = active;
                changed.fire();
            }
        }),
        vscode.workspace.onDidCloseTextDocument((document) => {
            if (document === editor?.document) {
                editor = protocolEditor();
                changed.fire();
            }
        }),
        // a text that becomes a protocol, or is none any more, is opened anew
        vscode.workspace.onDidOpenTextDocument((document) => {
            const isOurs = document === editor?.document;
            if (isProtocol(document) ? !isOurs && document === protocolEditor()?.document : isOurs) {
                editor = protocolEditor();
                changed.fire();
            }
        }),
    ];
    return {
        editor: () => editor,
        onDidChange: changed.event,
        dispose: () => {
            vscode.Disposable.from(changed, ...listeners).dispose();
        },
    };
}

/** The protocol that the user works on. */
export interface ActiveProtocol {
    readonly editor: () => vscode.TextEditor | undefined;
    readonly onDidChange: vscode.Event<void>;
}

/** The editor that has a protocol: the active one, else one that is visible. */
export function protocolEditor(): vscode.TextEditor | undefined {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    return [activeTextEditor, ...visibleTextEditors].find((editor) => editor && isProtocol(editor.document));
}

export function isProtocol({ languageId }: vscode.TextDocument): boolean {
    return languageId === 'draaiboek';
}
