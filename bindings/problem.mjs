/** Something the user can mend: one clear sentence or two, shown without a stack trace. */
export class Problem extends Error {}

/** Turns what the system or npm says into a sentence that says what to do; null where it is something else. */
export function explain(text, workFolder) {
  if (/ENOSPC|EDQUOT|no space left|not enough space/i.test(text)) {
    return `The disk is full. Making the C# packages needs about 1.5 GB for a minute in ${workFolder}: free some space and run the command again.`;
  }
  if (/EACCES|EPERM|EROFS/.test(text)) {
    return `A folder can't be written (${/(EACCES|EPERM|EROFS)[^\n]*/.exec(text)[0].trim()}). Allow it and run the command again.`;
  }
  if (/EINTEGRITY/.test(text)) {
    return "An npm module is not the one that the package-lock.json of bindings/flavours names (its hash differs). Run 'npm cache clean --force' and the command again; if it stays, your npm registry serves altered modules.";
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|E40[137]|E50\d|network/i.test(text)) {
    return "npm can't reach its registry, which the first build needs. Check the network, the proxy ('npm config get proxy') and the registry ('npm config get registry'), and run the command again.";
  }
  if (/E404|ETARGET/.test(text)) {
    return "Your npm registry lacks a module that the package-lock.json of bindings/flavours names. Point npm at one that has it ('npm config get registry' shows the one in use) and run the command again.";
  }
  return null;
}
