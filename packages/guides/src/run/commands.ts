/** Whether a command is one of those that make the project, before there is any code of the guide in it. */
export function makesProject(command: string): boolean {
  return /^(npx |npm install |cd )/.test(command);
}

/** Whether a command runs until it is stopped. */
export function isServer(command: string): boolean {
  return /^npm (start|run dev)$/.test(command);
}

/** Whether a command makes a new project. */
export function isStarter(command: string): boolean {
  return /^npx .*(@angular\/cli\S* new|create-next-app)|^npm (init|create) (@angular|next-app)/.test(
    command,
  );
}
