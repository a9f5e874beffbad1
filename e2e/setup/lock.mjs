// What a lock file must be, so that `npm ci` works on every system and from every registry.

/**
 * Sentences saying what is wrong with a parsed `package-lock.json`; none when it is right: no address of a registry, every
 * platform's sub-package present (a registry that lacks one makes npm leave it out in silence), no script run on install,
 * a checksum for each package, and the same pins as `package.json`.
 */
export function lockProblems(lock, manifest) {
  const problems = [];
  const named = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const [name, version] of Object.entries(named)) {
    if (!/^\d+\.\d+\.\d+$/.test(version)) problems.push(`${name} is not pinned to one version: ${version}`);
    const locked = lock.packages[`node_modules/${name}`]?.version;
    if (locked !== version) problems.push(`${name} is ${version} in package.json, but ${locked} in the lock file`);
  }
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue;
    if (entry.resolved !== undefined) problems.push(`${path} names the address of a registry`);
    if (entry.hasInstallScript === true) problems.push(`${path} runs a script when installed`);
    if (entry.integrity === undefined && entry.inBundle !== true) problems.push(`${path} has no checksum`);
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      const found = `node_modules/${name}` in lock.packages || `${path}/node_modules/${name}` in lock.packages;
      if (!found) problems.push(`${path} needs ${name} on some system, and the lock file does not have it`);
    }
  }
  return problems;
}
