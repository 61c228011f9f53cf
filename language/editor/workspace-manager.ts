import { DefaultWorkspaceManager, type BuildOptions, type FileSystemNode } from 'langium';

/** Loads all protocols of the folders that are open, and checks them: a user wants to know of all problems. */
export class DraaiboekWorkspaceManager extends DefaultWorkspaceManager {
    override initialBuildOptions: BuildOptions = { validation: true };

    override shouldIncludeEntry(entry: FileSystemNode): boolean {
        // unlike Langium's own, a folder `out` is read too: it may hold protocols
        const name = entry.uri.path.split('/').at(-1) ?? '';
        if (entry.isDirectory) {
            return !name.startsWith('.') && name !== 'node_modules';
        }
        return entry.isFile && this.serviceRegistry.hasServices(entry.uri);
    }
}
