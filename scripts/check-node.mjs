// Runs before every command: optional packages fail silently, so a missing bundled Node is told here; and what a clone
// lacks before its first `npm ci` would be told by a trace.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `paper-digest needs Node 22.18 or newer and found ${process.versions.node}. ` +
      `On Linux (x64, arm64) "npm ci" brings its own; it was not installed for ${process.platform}-${process.arch}. ` +
      `Run "npm ci --include=optional" again, or install Node 24.`,
  );
  process.exit(1);
}
try {
  import.meta.resolve('commander');
} catch {
  console.error('The packages that paper-digest is made with are not here yet: run "npm ci" first.');
  process.exit(1);
}
