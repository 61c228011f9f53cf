import * as vscode from 'vscode';
import type { Spot } from '../server/requests.js';

export function rangeOf({ line, character, endLine, endCharacter }: Spot): vscode.Range {
    return new vscode.Range(line, character, endLine, endCharacter);
}

export function locationOf(spot: Spot): vscode.Location {
    return new vscode.Location(vscode.Uri.parse(spot.uri), rangeOf(spot));
}
