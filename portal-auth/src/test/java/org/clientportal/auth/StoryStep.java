package org.clientportal.auth;

/** What can happen to a person in a story. */
enum StoryStep {
    INVITE,
    SEND_LINK,
    SIGN_IN_NEWEST,
    SIGN_IN_OLDER,
    REVOKE,
    DELETE_PERSON,
    GIVE_FILES,
    TAKE_FILES,
    UPLOAD,
    DELETE_NEWEST_FILE,
    DOWNLOAD_NEWEST_FILE,
    SIGN_OUT_EVERYWHERE,
    TIME_PASSES
}
