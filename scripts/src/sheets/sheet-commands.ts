import type { Command, CommanderError } from 'commander';
import type { SheetFetchOptions } from '../commands/sheet-fetch.js';
import type { SheetSendOptions } from '../commands/sheet-send.js';

/** Adds `hub sheet`: acts as sheets (gateway/docs/sheets.md). */
export function addSheetCommands(hub: Command, refuseWrongInput: (error: CommanderError) => never): void {
  const sheets = hub.command('sheet').description('does acts by sheets (填报表): fetched, filled in and sent').exitOverride(refuseWrongInput);
  const sheetCommand = (name: string, description: string): Command =>
    sheets
      .command(name)
      .description(description)
      .option('--url <address>', 'of the hub; without it, the one that runs here')
      .option('--as <identity>', 'of the development issuer; without it, HUB_TOKEN says who asks')
      .option('--role <role>', 'of that identity')
      .option('--lang <language>', 'of headings and messages: en or zh-CN', 'zh-CN')
      .exitOverride(refuseWrongInput);
  sheetCommand('fetch', 'fetches the sheet of an act, with what waits for you in it; without an act, lists those that have one')
    .argument('[act]', 'such as recordPurchase')
    .option('--out <file>', 'where it is to lie; it has to be said')
    .option('--filter <json>', 'narrows what waits, such as {"planId":"…"}')
    .option('--no-waiting', 'nothing that waits stands in it')
    .action(async (act: string | undefined, options: SheetFetchOptions) => (await import('../commands/sheet-fetch.js')).sheetFetch(act, options));
  sheetCommand('send', 'sends a filled-in sheet; exits with 0 where all was done, 1 where something was refused, 2 where the hub did not come to all of it, 3 for wrong input')
    .argument('<act>', 'such as recordPurchase')
    .argument('<file>', 'the sheet, or an answer in which was mended what was refused')
    .option('--out <file>', 'where the answer is to lie; beside the file without it')
    .action(async (act: string, file: string, options: SheetSendOptions) => (await import('../commands/sheet-send.js')).sheetSend(act, file, options));
}
