import type {
  ChatAdministratorRights,
  ChatMember,
  ChatMemberAdministrator,
  ChatMemberOwner,
  User,
} from "grammy/types";
import { compact } from "../compact.ts";
import type { ChatState, MemberState } from "./state.ts";
import type { World } from "./world.ts";

/** A member as getChatMember shows it. */
export type MemberView = ChatMember;

/** Whether the person is in the chat now. */
export function isPresent(member: MemberState | undefined): boolean {
  return member !== undefined && member.status !== "left" && member.status !== "kicked";
}

export function isAdministrator(member: MemberState | undefined): boolean {
  return member?.status === "administrator" || member?.status === "creator";
}

/** What administrators of the embedded chats may do: everything but promoting others. */
const RIGHTS: Omit<ChatAdministratorRights, "is_anonymous"> = {
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: true,
  can_edit_stories: true,
  can_delete_stories: true,
  can_pin_messages: true,
  can_manage_topics: true,
  can_send_welcome_messages: true,
};

const PERMISSIONS = {
  can_send_messages: false,
  can_send_audios: false,
  can_send_documents: false,
  can_send_photos: false,
  can_send_videos: false,
  can_send_video_notes: false,
  can_send_voice_notes: false,
  can_send_polls: false,
  can_send_other_messages: false,
  can_add_web_page_previews: false,
  can_react_to_messages: true,
  can_change_info: false,
  can_invite_users: false,
  can_pin_messages: false,
  can_manage_topics: false,
  can_edit_tag: false,
};

/** The membership of a user in a chat; those who never were there have left. */
export function memberView(world: World, chat: ChatState, userId: number): ChatMember {
  const user: User = userId === world.bot.id ? world.botUser : world.user(userId).user;
  if (chat.chat.type === "private") return { status: "member", user };
  return viewOf(chat.members[userId], user);
}

/** As `memberView`, of a membership that may not stand in the chat any more. */
export function viewOf(member: MemberState | undefined, user: User): ChatMember {
  switch (member?.status) {
    case "creator":
      return compact<ChatMemberOwner>({
        status: "creator",
        user,
        is_anonymous: member.isAnonymous,
        custom_title: member.customTitle,
      });
    case "administrator": {
      const { isAnonymous: is_anonymous, customTitle: custom_title } = member;
      const status = "administrator";
      return compact<ChatMemberAdministrator>({
        status,
        user,
        can_be_edited: false,
        ...RIGHTS,
        is_anonymous,
        custom_title,
      });
    }
    case "member":
      return { status: "member", user };
    case "restricted":
      return { status: "restricted", user, is_member: true, ...PERMISSIONS, until_date: 0 };
    case "kicked":
      return { status: "kicked", user, until_date: 0 };
    default:
      return { status: "left", user };
  }
}
