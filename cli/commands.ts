import type { Command } from 'commander';
import { declareExplain, declareLsp, declareRules } from './declare/about.js';
import { declareCheck } from './declare/check.js';
import { declareDiff, declareReview } from './declare/compare.js';
import { declaring, type CommandContext } from './declare/context.js';
import { declareFormat, declareGenerate, declareImport, declareNew } from './declare/make.js';
import { declareSimulate, declareTest } from './declare/run.js';

/** In the order in which help names them. */
const COMMANDS = [
    declareCheck,
    declareFormat,
    declareGenerate,
    declareTest,
    declareSimulate,
    declareReview,
    declareDiff,
    declareRules,
    declareExplain,
    declareLsp,
    declareImport,
    declareNew,
];

/**
 * Declares all commands. What a command does is loaded when it runs, so that no command pays for another; one that is
 * not there yet is not declared.
 */
export function declareCommands(program: Command, context: CommandContext): void {
    const words = declaring(program, context);
    COMMANDS.forEach((declare) => {
        declare(words);
    });
}
