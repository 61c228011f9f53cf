/** The language server in a process of its own: `node server.cjs --stdio`, or started by an editor with a pipe. */
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { complaintOfNode } from '../language/oldest-node.js';
import { startServer } from './start.js';

const complaint = complaintOfNode(process.versions.node);
if (complaint !== undefined) {
    console.error(complaint);
    process.exit(2);
}
const disk = NodeFileSystem.fileSystemProvider();
const language = process.argv
    .map((argument) => /^--language=(.*)$/.exec(argument)?.[1])
    .find((name) => name !== undefined);
startServer(createConnection(ProposedFeatures.all), (scheme) => (scheme === 'file' ? disk : undefined), language);
