import type { Command, CommanderError } from 'commander';
import type { ImportPullOptions } from '../commands/import-pull.js';

/** Adds `hub import pull`: sources that the hub fetches by itself (gateway/docs/importing.md). */
export function addPullCommands(imports: Command, refuseWrongInput: (error: CommanderError) => never): void {
  const pulls = imports.command('pull').description('has the hub fetch sources by itself (定时采集); exits with 0 where it is done, 1 where the hub refuses, 2 where it does not answer, 3 for wrong input').exitOverride(refuseWrongInput);
  const commands = () => import('../commands/import-pull.js');
  const pullCommand = (name: string, description: string): Command =>
    pulls
      .command(name)
      .description(description)
      .option('--hub <address>', "the gateway's; the hub that runs here without it")
      .option('--token <token>', 'of an analyst of the centre; HUB_TOKEN without it')
      .option('--lang <language>', 'of the messages: en or zh-CN', 'en')
      .exitOverride(refuseWrongInput);
  const because = 'why, for those who read the history';
  pullCommand('schedule', 'fetches a source at an interval, and imports what has changed in your name')
    .argument('<url>', 'on a host that the operator has entered (IMPORT_ALLOWED_HOSTS)')
    .option('--mapping <name>', 'one that ships with the hub, or that the centre has approved there')
    .option('--every <duration>', 'from PT15M to P31D, such as PT6H')
    .option('--given <name=value...>', 'what the source does not say and the mapping asks for', [])
    .option('--parameter <name>', 'of a source that gives what came after a place: the parameter of its address, such as since')
    .option('--column <name>', 'whose greatest value is the place')
    .option('--from <value>', 'the place to begin at')
    .action(async (url: string, options: ImportPullOptions) => (await commands()).importPullSchedule(url, options));
  pullCommand('list', 'lists the sources, the latest first, with when each is asked next and why it failed')
    .option('--state <state>', 'ACTIVE, PAUSED, STOPPED or ENDED')
    .action(async (options: ImportPullOptions) => (await commands()).importPullList(options));
  pullCommand('run', 'fetches one now')
    .argument('<id>')
    .action(async (id: string, options: ImportPullOptions) => (await commands()).importPullRun(id, options));
  pullCommand('pause', 'has one wait')
    .argument('<id>')
    .option('--reason <text>', because)
    .action(async (id: string, options: ImportPullOptions) => (await commands()).importPullPause(id, options));
  pullCommand('resume', 'goes on with one that waits, or that the hub has stopped, in your name from then on')
    .argument('<id>')
    .action(async (id: string, options: ImportPullOptions) => (await commands()).importPullResume(id, options));
  pullCommand('end', 'fetches one no more; what was taken in stays')
    .argument('<id>')
    .option('--reason <text>', because)
    .action(async (id: string, options: ImportPullOptions) => (await commands()).importPullEnd(id, options));
}
