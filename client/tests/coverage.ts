import * as vscode from 'vscode';
import { COVERAGE, type CoveredFile, type CoveredPart, type ScenarioRequest } from '../../server/requests.js';
import { rangeOf } from '../places.js';
import type { Server } from '../server.js';

/** What runs came through together, file by file. */
export interface CoverageOfRuns {
    readonly of: (
        scenarios: readonly ScenarioRequest[],
        token: vscode.CancellationToken,
    ) => Promise<readonly vscode.FileCoverage[]>;
    readonly detailsOf: (file: vscode.FileCoverage) => vscode.FileCoverageDetail[];
}

/** Asks the server what scenarios came through, and keeps the details of a file until nobody shows it any more. */
export function coverageProfile(server: Server): CoverageOfRuns {
    const details = new WeakMap<vscode.FileCoverage, vscode.FileCoverageDetail[]>();
    return {
        of: async (scenarios, token) => {
            const asked = scenarios.map(({ uri, id }) => ({ uri, id }));
            const files = (await server.ask<CoveredFile[]>(COVERAGE, { scenarios: asked }, token)) ?? [];
            return files.map(({ uri, parts }) => {
                const found = parts.map(detailOf);
                const file = vscode.FileCoverage.fromDetails(vscode.Uri.parse(uri), found);
                details.set(file, found);
                return file;
            });
        },
        detailsOf: (file) => details.get(file) ?? [],
    };
}

/** A step, end or handover as a statement, with the ways that lead on from it. */
function detailOf({ times, at, branches }: CoveredPart): vscode.StatementCoverage {
    return new vscode.StatementCoverage(
        times,
        rangeOf(at),
        branches.map((branch) => {
            const place = branch.at.uri === at.uri ? rangeOf(branch.at) : undefined;
            return new vscode.BranchCoverage(branch.times, place, branch.label);
        }),
    );
}
