import type { Update } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SendOptions } from "../../../../src/playground/bot-api/acts/incoming.ts";
import { callApi, connectBot, openStage, type Stage } from "../support.ts";

let stage: Stage;
let userId: number;
beforeEach(async () => {
  stage = await openStage();
  userId = stage.api.createUser({ first_name: "Li" }).id;
});
afterEach(async () => {
  await stage.close();
});

/** Kinds of the updates that wait for the bot. */
const waiting = () => stage.api.pendingUpdates.map((update) => Object.keys(update)[1]);

async function forget(): Promise<void> {
  await callApi(stage, "getUpdates", { offset: 1_000_000_000 });
}

describe("in a group, the bot", () => {
  const cases: ReadonlyArray<readonly [string, string, boolean, boolean, boolean]> = [
    // text, in privacy mode, as an administrator, without privacy mode
    ["any talk", "海关总署在哪", false, true, true],
    ["a command", "/ask 进口", true, true, true],
    ["a command with its name", "/ask@guanwen_bot 进口", true, true, true],
    ["a command of another bot", "/ask@other_bot 进口", false, true, true],
    ["a mention", "@guanwen_bot 进口", true, true, true],
    ["a mention that is none", "问@guanwen_bot进口", false, true, true],
    ["a mention of another", "@other_bot 进口", false, true, true],
  ];

  it.each(cases)(
    "gets %s (%j): privacy %j, administrator %j, reads all %j",
    (_, text, inPrivacy, asAdmin, readsAll) => {
      const settings = [
        [inPrivacy, "member", false],
        [asAdmin, "administrator", false],
        [readsAll, "member", true],
      ] as const;
      for (const [expected, bot, can_read_all_group_messages] of settings) {
        stage.api.changeBot({ can_read_all_group_messages });
        const group = stage.api.createGroup({ title: "g", creator: userId, bot });
        const before = stage.api.pendingUpdates.length;
        stage.api.sendText(userId, group.id, text);
        expect(stage.api.pendingUpdates.length - before).toBe(expected ? 1 : 0);
      }
    },
  );

  it("gets replies to its messages, and edits of what it got", async () => {
    const group = stage.api.createSupergroup({ title: "g", creator: userId });
    const own = await connectBot(stage).api.sendMessage(group.id, "进口 18 万亿元");
    await forget();
    const reply = stage.api.sendText(userId, group.id, "哪年", {
      replyTo: own.message_id,
      quote: "18 万亿元",
    });
    expect(reply).toMatchObject({ quote: { text: "18 万亿元", position: 3, is_manual: true } });
    stage.api.editText(group.id, reply.message_id, "哪一年");
    expect(waiting()).toEqual(["message", "edited_message"]);
  });

  it("gets no mentions in privacy mode where they are kept away", async () => {
    const strict = await openStage({ mentionsPassPrivacy: false });
    const asker = strict.api.createUser().id;
    const group = strict.api.createGroup({ title: "g", creator: asker });
    const before = strict.api.pendingUpdates.length;
    strict.api.sendText(asker, group.id, "@guanwen_bot 进口");
    expect(strict.api.pendingUpdates).toHaveLength(before);
    await strict.close();
  });

  it("gets nothing of other bots, nor of chats that it has left", () => {
    const group = stage.api.createGroup({ title: "g", creator: userId });
    const robot = stage.api.createUser({ is_bot: true }).id;
    stage.api.setMember(group.id, robot, {}, userId);
    const before = stage.api.pendingUpdates.length;
    stage.api.sendText(robot, group.id, "/ask 进口");
    expect(stage.api.pendingUpdates).toHaveLength(before);
    stage.api.setMember(group.id, stage.api.bot.id, { status: "left" }, userId);
    const after = stage.api.pendingUpdates.length;
    stage.api.sendText(userId, group.id, "/ask 进口");
    expect(stage.api.pendingUpdates).toHaveLength(after);
  });

  it("learns of its own coming and going", async () => {
    const group = stage.api.createGroup({ title: "g", creator: userId });
    stage.api.setMember(group.id, stage.api.bot.id, { status: "administrator" }, userId);
    stage.api.setMember(group.id, stage.api.bot.id, { status: "kicked" }, userId);
    const changes = stage.api.pendingUpdates.flatMap(({ my_chat_member: change }) =>
      change === undefined ? [] : [`${change.old_chat_member.status} → ${change.new_chat_member.status}`],
    );
    expect(changes).toEqual(["left → member", "member → administrator", "administrator → kicked"]);
    expect((await callApi(stage, "sendMessage", { chat_id: group.id, text: "x" })).body.description).toBe(
      "Forbidden: bot was kicked from the group chat",
    );
  });

  it("gets service messages about others, and chat_member where it asked for it as an administrator", async () => {
    await callApi(stage, "getUpdates", { allowed_updates: ["message", "chat_member"] });
    const group = stage.api.createGroup({ title: "g", creator: userId, bot: "administrator" });
    await forget();
    const guest = stage.api.createUser().id;
    stage.api.setMember(group.id, guest, {});
    stage.api.setMember(group.id, guest, { status: "left" });
    expect(waiting()).toEqual(["message", "chat_member", "message", "chat_member"]);
    expect(stage.api.messages(group.id).map((m) => Object.keys(m).at(-1))).toEqual([
      "new_chat_members",
      "new_chat_members",
      "left_chat_member",
    ]);
  });

  it.each<[string, SendOptions, Partial<Record<string, unknown>>]>([
    [
      "an anonymous administrator",
      { anonymous: true },
      { from: { username: "GroupAnonymousBot" }, sender_chat: { type: "group" } },
    ],
  ])("gets what %s writes", (_, options, fields) => {
    const group = stage.api.createGroup({ title: "g", creator: userId });
    stage.api.sendText(userId, group.id, "/ask 进口", options);
    expect(stage.api.pendingUpdates.at(-1)?.message).toMatchObject(fields);
  });

  it("gets what channels write in groups, and posts of its own channels", () => {
    const group = stage.api.createSupergroup({ title: "g", creator: userId, bot: "administrator" });
    const channel = stage.api.createChannel({ title: "c", creator: userId, username: "customs" });
    stage.api.sendText(userId, group.id, "进口", { asChannel: channel.id });
    expect(stage.api.pendingUpdates.at(-1)?.message).toMatchObject({
      from: { username: "Channel_Bot" },
      sender_chat: { id: channel.id },
    });
    stage.api.sendText(userId, group.id, "进口", { asChannel: channel.id, automaticForward: true });
    expect(stage.api.pendingUpdates.at(-1)?.message).toMatchObject({
      from: { id: 777000 },
      is_automatic_forward: true,
    });
    const post = stage.api.sendText(userId, channel.id, "/ask 进口");
    expect(stage.api.pendingUpdates.at(-1)?.channel_post).toMatchObject({ sender_chat: { id: channel.id } });
    stage.api.editText(channel.id, post.message_id, "/ask 出口");
    expect(waiting().at(-1)).toBe("edited_channel_post");
  });

  it("gets reactions only as an administrator that asked for them", async () => {
    await callApi(stage, "getUpdates", { allowed_updates: ["message_reaction"] });
    for (const [bot, expected] of [
      ["member", 0],
      ["administrator", 1],
    ] as const) {
      const group = stage.api.createGroup({ title: "g", creator: userId, bot });
      const message = stage.api.sendText(userId, group.id, "x");
      const before = stage.api.pendingUpdates.length;
      stage.api.react(userId, group.id, message.message_id, [{ type: "emoji", emoji: "👍" }]);
      expect(stage.api.pendingUpdates.length - before).toBe(expected);
    }
    expect(stage.api.pendingUpdates.at(-1)?.message_reaction).toMatchObject({
      old_reaction: [],
      new_reaction: [{ type: "emoji", emoji: "👍" }],
    });
  });

  it("is told of a migration in both chats, and the new one works", async () => {
    const group = stage.api.createGroup({ title: "g", creator: userId });
    await forget();
    const supergroup = stage.api.migrateToSupergroup(group.id, userId);
    const told = stage.api.pendingUpdates.map(({ message }) => [
      message?.migrate_to_chat_id,
      message?.migrate_from_chat_id,
    ]);
    expect(told).toEqual([
      [supergroup.id, undefined],
      [undefined, group.id],
    ]);
    const bot = connectBot(stage);
    await expect(bot.api.sendMessage(group.id, "x")).rejects.toMatchObject({
      parameters: { migrate_to_chat_id: supergroup.id },
    });
    await expect(bot.api.sendMessage(supergroup.id, "x")).resolves.toMatchObject({ message_id: 3 });
  });
});

describe("a chat's members", () => {
  it("are seen through the API", async () => {
    const other = stage.api.createUser().id;
    const group = stage.api.createSupergroup({
      title: "g",
      creator: userId,
      members: [other],
      username: "customs_fans",
    });
    const { api } = connectBot(stage);
    expect(await api.getChat("@customs_fans")).toMatchObject({
      id: group.id,
      title: "g",
      max_reaction_count: 11,
    });
    expect(await api.getChatMemberCount(group.id)).toBe(3);
    expect((await api.getChatAdministrators(group.id)).map(({ user }) => user.id)).toEqual([userId]);
    expect(await api.getChatMember(group.id, other)).toMatchObject({ status: "member" });
    expect(await api.getChatMember(group.id, stage.api.bot.id)).toMatchObject({
      status: "member",
      user: { is_bot: true },
    });
    await api.leaveChat(group.id);
    await expect(api.getChatMemberCount(group.id)).resolves.toBe(2);
  });

  it("may be pinned to by an administrator", async () => {
    const group = stage.api.createGroup({ title: "g", creator: userId, bot: "administrator" });
    const { api } = connectBot(stage);
    const first = stage.api.sendText(userId, group.id, "一");
    const second = stage.api.sendText(userId, group.id, "二");
    await api.pinChatMessage(group.id, first.message_id);
    await api.pinChatMessage(group.id, second.message_id);
    expect(stage.api.pinned(group.id)).toEqual([first.message_id, second.message_id]);
    expect(await api.getChat(group.id)).toMatchObject({ pinned_message: { text: "二" } });
    await api.unpinChatMessage(group.id);
    expect(stage.api.pinned(group.id)).toEqual([first.message_id]);
    await api.unpinAllChatMessages(group.id);
    expect(stage.api.pinned(group.id)).toEqual([]);
    await expect(api.unpinChatMessage(group.id)).rejects.toMatchObject({
      description: "Bad Request: message to unpin not found",
    });
  });
});

describe("private chats", () => {
  it("open by a person's first message, close by blocking, and open again", async () => {
    const bot = connectBot(stage);
    stage.api.openPrivateChat(userId);
    stage.api.block(userId);
    const last = (): Update | undefined => stage.api.pendingUpdates.at(-1);
    expect(last()?.my_chat_member).toMatchObject({
      chat: { type: "private" },
      new_chat_member: { status: "kicked" },
    });
    await expect(bot.api.sendMessage(userId, "x")).rejects.toMatchObject({ error_code: 403 });
    expect(() => stage.api.sendText(userId, userId, "x")).toThrow(RangeError);
    stage.api.unblock(userId);
    expect(last()?.my_chat_member).toMatchObject({ new_chat_member: { status: "member" } });
    await expect(bot.api.sendMessage(userId, "x")).resolves.toMatchObject({ text: "x" });
    stage.api.deactivate(userId);
    await expect(bot.api.sendMessage(userId, "x")).rejects.toMatchObject({
      description: "Forbidden: user is deactivated",
    });
  });
});
