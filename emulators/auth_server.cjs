// The Auth emulator of firebase-tools, started directly: `node auth_server.cjs HOST PORT PROJECT`.
//
// Compiling validators for all 103 operations of the API description takes the emulator 13 s, most of it for operations
// that it does not implement, tenants, passkeys and second factors. Those are left out here, which makes it start in 3 s.
"use strict";

const spec = require("firebase-tools/lib/emulator/auth/apiSpec.js").default;
const { authOperations } = require("firebase-tools/lib/emulator/auth/operations.js");
const { createApp } = require("firebase-tools/lib/emulator/auth/server.js");

const METHODS = ["get", "post", "put", "patch", "delete"];
const UNUSED = /tenant|passkey|mfa|phone|recaptcha|verificationcode/i;

function isImplemented(operationId) {
  const found = operationId.split(".").reduce((node, key) => node && node[key], authOperations);
  return typeof found === "function";
}

function keepOnlyWhatIsUsed() {
  for (const [path, operations] of Object.entries(spec.paths)) {
    for (const method of METHODS) {
      if (operations[method] && !isImplemented(operations[method].operationId)) delete operations[method];
    }
    if (UNUSED.test(path) || !METHODS.some((method) => operations[method])) delete spec.paths[path];
  }
}

async function main([host, port, project]) {
  keepOnlyWhatIsUsed();
  const app = await createApp(project);
  const server = app.listen(Number(port), host, () => console.log(`auth emulator of ${project} at http://${host}:${port}`));
  server.on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
}

main(process.argv.slice(2));
