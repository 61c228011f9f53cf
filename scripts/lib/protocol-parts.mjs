/**
 * What Langium's core takes from the package `vscode-languageserver-protocol`, without the protocol: the command-line
 * tool speaks none, and loading it takes longer than checking a file.
 */
export {
    CancellationToken,
    CancellationTokenSource,
} from '../../node_modules/vscode-jsonrpc/lib/common/cancellation.js';
export { Emitter } from '../../node_modules/vscode-jsonrpc/lib/common/events.js';
export { ResponseError } from '../../node_modules/vscode-jsonrpc/lib/common/messages.js';

/** The codes that Langium's core gives, as the protocol numbers them. */
export const LSPErrorCodes = { ServerCancelled: -32802, RequestFailed: -32803 };
