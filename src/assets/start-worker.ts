/** Starts threads, from wherever their scripts are. Knows nothing of what they do. */

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

/** By name: a policy can be made only once. */
const policies = new Map<string, ScriptPolicy>();

/** The address as a page that asks for Trusted Types wants it (https://w3c.github.io/trusted-types/). */
function scriptUrl(href: string, policyName: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return href;
  let policy = policies.get(policyName);
  if (!policy) {
    policy = trustedTypes.createPolicy(policyName, { createScriptURL: (given) => given });
    policies.set(policyName, policy);
  }
  return policy.createScriptURL(href);
}

/**
 * A module worker. Browsers start one only from the page's own origin; from another one, such as a CDN,
 * it is imported by a script of one line, which asks a policy (CSP) for `worker-src blob:`.
 *
 * @param policyName what the page's Trusted Types have to allow
 * @throws TypeError where the page's policy does not
 */
export function startWorker(script: URL, policyName: string): Worker {
  if (script.origin === globalThis.location.origin)
    return new Worker(scriptUrl(script.href, policyName), { type: 'module' });
  const line = new Blob([`import ${JSON.stringify(script.href)}`], { type: 'text/javascript' });
  const url = URL.createObjectURL(line);
  return new Worker(scriptUrl(url, policyName), { type: 'module' });
}
