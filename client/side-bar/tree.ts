import * as vscode from 'vscode';
import { TREES, type Spot, type TreeIcon, type TreeNode } from '../../server/requests.js';
import { rangeOf } from '../places.js';
import type { ActiveProtocol } from '../protocol.js';
import type { Server } from '../server.js';
import { iconOf } from './icons.js';

/** A tree of the side bar. */
export interface SideBarTree extends vscode.Disposable {
    readonly view: vscode.TreeView<TreeNode>;
    /** what it shows */
    readonly roots: () => readonly TreeNode[];
    /** fires after each answer of the server that differs from the one before */
    readonly onDidChange: vscode.Event<void>;
    /** the innermost node whose text is around a position */
    readonly nodeAt: (uri: string, position: vscode.Position) => TreeNode | undefined;
}

/** What has many details is folded at first; all else is open. */
const FOLDED: ReadonlySet<TreeIcon> = new Set([
    ...(['goal', 'role', 'handover', 'document', 'step'] as const),
    ...(['good', 'bad', 'other', 'unknown'] as const),
]);

/**
 * Shows one of the trees that the server makes of the protocol that the user works on. It is asked for anew when the
 * server has checked something, and not while nobody can see it.
 *
 * @param always whether it is asked for also while it is not visible
 */
export function createTree(
    name: keyof typeof TREES,
    server: Server,
    protocol: ActiveProtocol,
    always = false,
): SideBarTree {
    const changed = new vscode.EventEmitter<void>();
    let roots: readonly TreeNode[] = [];
    let parents = new Map<TreeNode, TreeNode>();
    let question: vscode.CancellationTokenSource | undefined;
    let isStale = true;

    const show = (answer: readonly TreeNode[]) => {
        if (JSON.stringify(answer) !== JSON.stringify(roots)) {
            roots = answer;
            parents = parentsIn(answer);
            changed.fire();
        }
    };
    const refresh = async () => {
        if (!view.visible && !always) {
            isStale = true;
            return;
        }
        isStale = false;
        question?.cancel();
        const mine = (question = new vscode.CancellationTokenSource());
        const document = protocol.editor()?.document;
        const answer = document
            ? await server.ask<TreeNode[]>(TREES[name], { uri: document.uri.toString() }, mine.token)
            : [];
        // what was asked later answers for both; a text that the server does not know yet is told when it does
        if (question === mine && answer) {
            show(answer);
        }
    };
    const view = vscode.window.createTreeView<TreeNode>(`draaiboek.${name}`, {
        showCollapseAll: true,
        treeDataProvider: {
            onDidChangeTreeData: changed.event,
            getChildren: (node) => [...(node ? node.children : roots)],
            getParent: (node) => parents.get(node),
            getTreeItem: itemOf,
        },
    });
    const listeners = [
        server.onDidChange(refresh),
        protocol.onDidChange(refresh),
        view.onDidChangeVisibility(({ visible }) => {
            if (visible && isStale) {
                void refresh();
            }
        }),
    ];
    void refresh();
    return {
        view,
        roots: () => roots,
        onDidChange: changed.event,
        nodeAt: (uri, position) => innermost(roots, uri, position),
        dispose: () => {
            question?.cancel();
            vscode.Disposable.from(view, changed, ...listeners).dispose();
        },
    };
}

function itemOf({ id, label, description, tooltip, spoken, icon, at, children }: TreeNode): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    return {
        id,
        label,
        iconPath: iconOf(icon),
        collapsibleState: children.length === 0 ? None : FOLDED.has(icon) ? Collapsed : Expanded,
        accessibilityInformation: { label: spoken },
        ...(description === undefined ? {} : { description }),
        ...(tooltip === undefined ? {} : { tooltip }),
        ...(at ? { command: showing(at) } : {}),
    };
}

/** The command that shows a place, with the cursor at its beginning. */
function showing({ uri, line, character }: Spot): vscode.Command {
    const start = new vscode.Position(line, character);
    const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(start, start) };
    return { command: 'vscode.open', title: '', arguments: [vscode.Uri.parse(uri), options] };
}

function parentsIn(nodes: readonly TreeNode[], parents = new Map<TreeNode, TreeNode>()): Map<TreeNode, TreeNode> {
    for (const node of nodes) {
        for (const child of node.children) {
            parents.set(child, node);
        }
        parentsIn(node.children, parents);
    }
    return parents;
}

/** Headings have no text of their own; what is below them may have. */
function innermost(nodes: readonly TreeNode[], uri: string, position: vscode.Position): TreeNode | undefined {
    for (const node of nodes) {
        const isAround = node.at?.uri === uri && rangeOf(node.at).contains(position);
        const found = isAround || !node.at ? innermost(node.children, uri, position) : undefined;
        if (found ?? isAround) {
            return found ?? node;
        }
    }
    return undefined;
}
