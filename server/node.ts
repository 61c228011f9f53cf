/** The language server in a process of its own: `node server.cjs --stdio`, or started by an editor with a pipe. */
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './start.js';

const disk = NodeFileSystem.fileSystemProvider();
startServer(createConnection(ProposedFeatures.all), (scheme) => (scheme === 'file' ? disk : undefined));
