import * as vscode from 'vscode';
import type { TreeNode } from '../../server/requests.js';
import type { ActiveProtocol } from '../protocol.js';
import type { Server } from '../server.js';
import { onDidChangeLanguage, text } from '../texts.js';
import { createTree, type SideBarTree } from './tree.js';

/** So long after the last move of the cursor the structure shows where it is, in milliseconds. */
const PAUSE_MS = 100;

export interface SideBar extends vscode.Disposable {
    readonly structure: SideBarTree;
    readonly unknowns: SideBarTree;
    readonly results: SideBarTree;
}

/** Fills the side bar: what the protocol consists of, what is still open in it, and what others say of it. */
export function createSideBar(server: Server, protocol: ActiveProtocol): SideBar {
    const structure = createTree('structure', server, protocol);
    const unknowns = createTree('unknowns', server, protocol, true);
    const results = createTree('results', server, protocol);
    const name = () => {
        structure.view.title = text('structure');
        unknowns.view.title = text('unknowns');
        results.view.title = text('results');
        count();
    };
    const count = () => {
        const value = leaves(unknowns.roots());
        unknowns.view.badge = value === 0 ? undefined : { value, tooltip: text('unknownsCount', String(value)) };
    };
    name();
    const listeners = [follow(structure, protocol), unknowns.onDidChange(count), onDidChangeLanguage(name)];
    return {
        structure,
        unknowns,
        results,
        dispose: () => {
            vscode.Disposable.from(structure, unknowns, results, ...listeners).dispose();
        },
    };
}

/** Selects in the structure where the cursor is, without taking the keyboard away. */
function follow({ view, nodeAt, onDidChange }: SideBarTree, protocol: ActiveProtocol): vscode.Disposable {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown: string | undefined;
    const show = () => {
        const editor = protocol.editor();
        const node = editor && nodeAt(editor.document.uri.toString(), editor.selection.active);
        if (node && view.visible && node.id !== shown) {
            shown = node.id;
            view.reveal(node, { select: true, focus: false, expand: false }).then(undefined, () => undefined);
        }
    };
    const soon = () => {
        clearTimeout(timer);
        timer = setTimeout(show, PAUSE_MS);
    };
    const listeners = [
        vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
            if (textEditor === protocol.editor()) {
                soon();
            }
        }),
        onDidChange(() => {
            shown = undefined;
            soon();
        }),
        view.onDidChangeVisibility(soon),
        view.onDidChangeSelection(() => (shown = undefined)),
    ];
    return {
        dispose: () => {
            clearTimeout(timer);
            vscode.Disposable.from(...listeners).dispose();
        },
    };
}

function leaves(nodes: readonly TreeNode[]): number {
    return nodes.reduce((sum, { children }) => sum + (children.length === 0 ? 1 : leaves(children)), 0);
}
