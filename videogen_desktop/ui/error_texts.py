"""The sentences of errors, before their values are put in; Vietnamese above the newer ones."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from videogen_desktop.domain import errors as domain

# One for each class; where none is given, the nearest base class speaks.
# PySide's stubs call what QT_TRANSLATE_NOOP returns an object.
TEXTS: dict[type[BaseException], object] = {
    BaseException: QT_TRANSLATE_NOOP(
        "Errors", "Something went wrong inside the program. Please try again."
    ),
    domain.VideoGenError: QT_TRANSLATE_NOOP("Errors", "That did not work. Please try again."),
    # --- the request
    domain.InvalidRequestError: QT_TRANSLATE_NOOP("Errors", "The request cannot be used as it is."),
    #: vi: Mô tả có ký tự hỏng, không đọc được. Hãy nhập lại.
    domain.UnreadablePromptError: QT_TRANSLATE_NOOP(
        "Errors", "The prompt has broken characters that cannot be read. Enter it again."
    ),
    domain.EmptyPromptError: QT_TRANSLATE_NOOP("Errors", "Describe the video you want first."),
    domain.PromptTooLongError: QT_TRANSLATE_NOOP(
        "Errors",
        "The prompt has {length} characters; this model takes at most {limit}. Please shorten it.",
    ),
    #: vi: Mô hình này không có tùy chọn “{role}”. Hãy bỏ tùy chọn đó hoặc chọn mô hình khác.
    domain.UnknownOptionError: QT_TRANSLATE_NOOP(
        "Errors", "This model has no option “{role}”. Leave it out, or choose another model."
    ),
    #: vi: Mô hình này không nhận giá trị “{given}” cho “{role}”. Hãy chọn giá trị khác.
    domain.OptionValueError: QT_TRANSLATE_NOOP(
        "Errors", "This model does not take “{given}” for “{role}”. Choose another value."
    ),
    #: vi: Chưa biết giá của lựa chọn này nên chưa gửi gì. Hãy chọn tùy chọn khác.
    domain.PriceUnknownError: QT_TRANSLATE_NOOP(
        "Errors", "The price of this choice is not known, so nothing was sent. Choose another one."
    ),
    domain.UnknownModelError: QT_TRANSLATE_NOOP(
        "Errors", "The model “{given}” is not on offer here. Choose another model."
    ),
    domain.OutputRefusedError: QT_TRANSLATE_NOOP(
        "Errors", "The file {path} cannot be written. Choose another place."
    ),
    domain.NotEnoughCreditsError: QT_TRANSLATE_NOOP(
        "Errors", "Not enough credits: {price} needed, {available} available. Top up and try again."
    ),
    domain.VideoNotFoundError: QT_TRANSLATE_NOOP("Errors", "This video is no longer here."),
    domain.IllegalTransitionError: QT_TRANSLATE_NOOP(
        "Errors", "The video has moved on meanwhile, so this can no longer be done."
    ),
    # --- limits and questions
    #: vi: Một giới hạn bạn đã đặt không cho phép gửi video này.
    domain.SpendGuardError: QT_TRANSLATE_NOOP(
        "Errors", "A limit that you set keeps this video from being sent."
    ),
    #: vi: Không đọc được giới hạn chi tiêu trong cài đặt nên chưa gửi gì. Hãy đặt lại giới hạn.
    domain.SpendLimitsUnreadableError: QT_TRANSLATE_NOOP(
        "Errors",
        "The spending limits in the settings cannot be read, so nothing is sent. Set them again.",
    ),
    #: vi: Đang có {in_flight} video chạy, đúng bằng giới hạn {limit} bạn đã đặt. Hãy chờ xong bớt.
    domain.TooManyInFlightError: QT_TRANSLATE_NOOP(
        "Errors",
        "{in_flight} videos are under way, and your limit is {limit}. Wait for one to end.",
    ),
    #: vi: Bạn vừa gửi đúng yêu cầu này. Hãy xác nhận nếu muốn trả tiền thêm lần nữa.
    domain.RepeatedRequestError: QT_TRANSLATE_NOOP(
        "Errors",
        "You sent this very request a moment ago. Confirm it if you want to pay once more.",
    ),
    #: vi: Video này thuộc ví khác. Hãy chuyển sang ví đó trước.
    domain.OtherWalletError: QT_TRANSLATE_NOOP(
        "Errors", "This video belongs to another wallet. Switch to that wallet first."
    ),
    #: vi: Tác vụ {task_id} không thể là của video này.
    domain.TaskRefusedError: QT_TRANSLATE_NOOP(
        "Errors", "Task {task_id} cannot be the one of this video."
    ),
    #: vi: Nhà cung cấp không có tác vụ {task_id} nào với khóa này. Hãy kiểm tra lại mã.
    domain.TaskUnknownError: QT_TRANSLATE_NOOP(
        "Errors", "The provider knows no task {task_id} under this key. Check the id."
    ),
    #: vi: Tác vụ {task_id} đã thuộc về một video khác trong thư viện.
    domain.TaskTakenError: QT_TRANSLATE_NOOP(
        "Errors", "Task {task_id} belongs to another video of the library already."
    ),
    #: vi: Tác vụ {task_id} được tạo cho một yêu cầu khác với video này.
    domain.TaskDiffersError: QT_TRANSLATE_NOOP(
        "Errors", "Task {task_id} was made for another request than this video's."
    ),
    # --- the provider
    domain.ProviderError: QT_TRANSLATE_NOOP("Errors", "The provider reported a problem."),
    domain.NotSentError: QT_TRANSLATE_NOOP(
        "Errors", "The provider could not be reached. Check the network and try again."
    ),
    domain.SentUnknownError: QT_TRANSLATE_NOOP(
        "Errors",
        "The connection broke before the provider answered. It may have taken the request, so it "
        "is not sent again; the card shows when more is known.",
    ),
    domain.RateLimitedError: QT_TRANSLATE_NOOP(
        "Errors", "The provider asks for a slower pace. Wait a moment and try again."
    ),
    domain.ProviderUnavailableError: QT_TRANSLATE_NOOP(
        "Errors", "The provider does not answer at the moment. The program keeps trying."
    ),
    domain.MalformedAnswerError: QT_TRANSLATE_NOOP(
        "Errors", "The provider sent an answer that makes no sense. The program keeps trying."
    ),
    domain.RefusedError: QT_TRANSLATE_NOOP(
        "Errors", "The provider refused the request. Change it and try again."
    ),
    domain.KeyRejectedError: QT_TRANSLATE_NOOP(
        "Errors", "The provider rejected the API key. Check the key or enter another one."
    ),
    domain.KeyCapReachedError: QT_TRANSLATE_NOOP(
        "Errors", "The spending cap of this API key is reached. Raise it on the provider's site."
    ),
    domain.ProviderCreditsError: QT_TRANSLATE_NOOP(
        "Errors", "The provider says that the account is out of credits. Top up and try again."
    ),
    domain.ModelUnavailableError: QT_TRANSLATE_NOOP(
        "Errors", "The provider no longer offers this model. Choose another model."
    ),
    domain.MaintenanceError: QT_TRANSLATE_NOOP(
        "Errors", "The provider is under maintenance. Try again in a few minutes."
    ),
    domain.ModerationError: QT_TRANSLATE_NOOP(
        "Errors", "The prompt breaks the provider's content rules. Rewrite it and try again."
    ),
    # --- results
    domain.ResultError: QT_TRANSLATE_NOOP(
        "Errors", "The video is ready, but its file is not on this computer yet."
    ),
    domain.ResultUrlRefusedError: QT_TRANSLATE_NOOP(
        "Errors", "The provider names {host} for the file; that address is not safe to open."
    ),
    #: vi: Nhà cung cấp báo video này tốn {claimed}, không thể khớp với giá {price}. Sổ không ghi
    #: số này; phần chênh thật, nếu có, sẽ hiện khi đối chiếu số dư.
    domain.ImplausibleCostError: QT_TRANSLATE_NOOP(
        "Errors",
        "The provider says that this video cost {claimed}, which cannot be right at a price of "
        "{price}. The ledger does not take it; a true difference shows when the balance is "
        "compared.",
    ),
    domain.ResultGoneError: QT_TRANSLATE_NOOP(
        "Errors", "The provider has removed the file of this video."
    ),
    domain.ResultRemovedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The provider no longer has the file of this video, not even under a fresh address.",
    ),
    domain.ResultTruncatedError: QT_TRANSLATE_NOOP(
        "Errors", "The download broke off. The program fetches the rest by itself."
    ),
    domain.ResultTooLargeError: QT_TRANSLATE_NOOP(
        "Errors", "The file is larger than a clip can be, so it was not downloaded."
    ),
    domain.NotPlayableError: QT_TRANSLATE_NOOP(
        "Errors", "What was downloaded is not a video that plays. The program fetches it again."
    ),
    domain.ClipMissingError: QT_TRANSLATE_NOOP(
        "Errors", "The clip's file is no longer on this computer."
    ),
    domain.MediaHelperError: QT_TRANSLATE_NOOP(
        "Errors", "The file could not be examined. The program tries again by itself."
    ),
    # --- this machine
    domain.StorageError: QT_TRANSLATE_NOOP("Errors", "The library cannot be used."),
    domain.NewerLibraryError: QT_TRANSLATE_NOOP(
        "Errors", "A newer version of VideoGen wrote this library. Install that version."
    ),
    domain.LibraryMissingError: QT_TRANSLATE_NOOP("Errors", "There is no library in {path}."),
    domain.OutdatedLibraryError: QT_TRANSLATE_NOOP(
        "Errors", "This library is older than the program. Close other windows and start again."
    ),
    domain.LedgerRulesChangedError: QT_TRANSLATE_NOOP(
        "Errors", "The rules inside the library were changed. Restore a backup of {path}."
    ),
    domain.LibraryUnusableError: QT_TRANSLATE_NOOP(
        "Errors",
        "The library cannot be written ({condition}). Check the free space and the access rights.",
    ),
    #: vi: Chỉ xem: thư mục của thư viện không cho ghi, nên chưa thể tạo hay thay đổi gì.
    domain.LibraryReadOnlyError: QT_TRANSLATE_NOOP(
        "Errors",
        "View only: the library's folder is read-only, so nothing can be made or changed.",
    ),
    #: vi: Chưa ghi được bản sao lưu thứ hai vào {folder}: {condition}.
    domain.SecondBackupError: QT_TRANSLATE_NOOP(
        "Errors", "The second backup could not be written to {folder}: {condition}."
    ),
    #: vi: Có {count} tác vụ đã trả tiền chưa nằm trong thư viện; có thể một bản cũ đã được chép đè.
    domain.TasksNotInLibraryError: QT_TRANSLATE_NOOP(
        "Errors",
        "Paid tasks that are not in this library: {count}. An older copy of it may have been put "
        "back.",
    ),
    domain.LibraryDamagedError: QT_TRANSLATE_NOOP(
        "Errors", "The library is damaged or missing. Nothing was changed: choose how to go on."
    ),
    domain.RecoveryFailedError: QT_TRANSLATE_NOOP(
        "Errors", "What could be recovered does not add up, so nothing was changed."
    ),
    #: vi: Không thể lưu video vào {folder}. Hãy kiểm tra thư mục, quyền ghi và dung lượng trống.
    domain.ClipFolderUnusableError: QT_TRANSLATE_NOOP(
        "Errors",
        "No video can be kept in {folder}. Check the folder, the access rights and the free space.",
    ),
    domain.DiskFullError: QT_TRANSLATE_NOOP(
        "Errors", "The disk is full. Downloads wait and go on by themselves once there is space."
    ),
    domain.UntaggedClipError: QT_TRANSLATE_NOOP(
        "Errors", "This clip does not say how it was made."
    ),
    domain.EngineLockedError: QT_TRANSLATE_NOOP(
        "Errors", "VideoGen already runs with this library. Close the other window first."
    ),
    domain.SettingsUnreadableError: QT_TRANSLATE_NOOP(
        "Errors", "Settings could not be read and start afresh. The old file was kept."
    ),
    domain.KeyMissingError: QT_TRANSLATE_NOOP(
        "Errors", "No API key is known for {api_base}. Enter one first."
    ),
    #: vi: Không mở được kho khóa của hệ thống. Hãy mở khóa, hoặc nhập lại khóa trong Cài đặt.
    domain.KeyStoreUnavailableError: QT_TRANSLATE_NOOP(
        "Errors",
        "The system's keyring cannot be used. Unlock it, or enter the key again in the settings.",
    ),
    #: vi: Kho khóa của hệ thống không giữ được mật khẩu: mật khẩu proxy chỉ dùng được trong lần
    #: chạy này và không còn nằm trong tệp cài đặt.
    domain.ProxyPasswordNotKeptError: QT_TRANSLATE_NOOP(
        "Errors",
        "The system's keyring keeps no password: that of the proxy holds for this run only, and is "
        "no longer in the settings file.",
    ),
    domain.ApiBaseRefusedError: QT_TRANSLATE_NOOP(
        "Errors", "{api_base} is not a safe address. Use one that begins with https."
    ),
    domain.EngineStoppedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The program met a defect and stopped watching your videos. Start it again: it goes on.",
    ),
    #: vi: Chưa nhận được webhook. Video vẫn được theo dõi như thường.
    domain.WebhookUnavailableError: QT_TRANSLATE_NOOP(
        "Errors", "Webhooks are not received. Videos are followed as usual."
    ),
    domain.SandboxError: QT_TRANSLATE_NOOP(
        "Errors", "The sandbox stopped. Start the program again."
    ),
}

# Why a file cannot be written, where more can be said than that it cannot.
REFUSED_OUTPUTS: dict[str, object] = {
    #: vi: Đã có tệp {path}, và VideoGen không ghi đè lên tệp nào. Hãy chọn tên khác.
    "exists": QT_TRANSLATE_NOOP(
        "Errors", "There is a file {path} already, and nothing is overwritten. Choose another name."
    ),
    #: vi: Thư mục của {path} không còn nữa. Hãy chọn nơi khác.
    "folder_missing": QT_TRANSLATE_NOOP(
        "Errors", "The folder of {path} is no longer there. Choose another place."
    ),
    #: vi: Ổ đĩa không còn chỗ cho {path}. Hãy giải phóng dung lượng hoặc chọn nơi khác.
    "full": QT_TRANSLATE_NOOP(
        "Errors", "There is no space left for {path}. Free some, or choose another place."
    ),
    #: vi: {path} là tệp của chính thư viện. Hãy chọn nơi khác.
    "in_library": QT_TRANSLATE_NOOP(
        "Errors", "{path} is one of the library's own files. Choose another place."
    ),
}

# Which of the owner's caps would be passed.
SPEND_CAPS: dict[str, object] = {
    #: vi: Video này tốn {price} và sẽ vượt mức {cap} mỗi ngày bạn đã đặt; hôm nay đã dùng {spent}.
    "day": QT_TRANSLATE_NOOP(
        "Errors",
        "This video costs {price} and would pass your cap of {cap} a day; {spent} are used today.",
    ),
    #: vi: Video này tốn {price} và sẽ vượt mức {cap} mỗi tháng đã đặt; tháng này đã dùng {spent}.
    "month": QT_TRANSLATE_NOOP(
        "Errors",
        "This video costs {price} and would pass your cap of {cap} a month; {spent} are used this "
        "month.",
    ),
}

# What keeps callbacks from being received.
WEBHOOK_PROBLEMS: dict[str, object] = {
    #: vi: Chương trình khác đang dùng cổng {port}: chưa nhận được webhook, video vẫn được theo dõi.
    "port_taken": QT_TRANSLATE_NOOP(
        "Errors",
        "Another program uses port {port}: webhooks are not received, videos are followed anyway.",
    ),
    #: vi: Máy này không cho dùng cổng {port}. Hãy chọn cổng khác trong Cài đặt › Webhook.
    "port_refused": QT_TRANSLATE_NOOP(
        "Errors", "Port {port} may not be used here. Choose another in Settings › Webhook."
    ),
    #: vi: Muốn nhận webhook, hãy nhập địa chỉ công khai https trong Cài đặt › Webhook.
    "no_address": QT_TRANSLATE_NOOP(
        "Errors", "To receive webhooks, enter a public https address in Settings › Webhook."
    ),
    #: vi: Muốn nhận webhook, hãy nhập khóa ký trong Cài đặt › Webhook.
    "no_key": QT_TRANSLATE_NOOP(
        "Errors", "To receive webhooks, enter the signing key in Settings › Webhook."
    ),
    #: vi: Không đọc được khóa ký trong kho khóa của hệ thống: chưa nhận được webhook.
    "no_keyring": QT_TRANSLATE_NOOP(
        "Errors", "The system's keyring does not give the signing key: webhooks are not received."
    ),
}

# What keeps the library from being written.
CONDITIONS: dict[str, object] = {
    #: vi: một chương trình khác đang dùng tệp
    "busy": QT_TRANSLATE_NOOP("Errors", "another program keeps it busy"),
    #: vi: chỉ được phép đọc
    "read_only": QT_TRANSLATE_NOOP("Errors", "it is read-only here"),
    #: vi: ổ đĩa báo lỗi
    "disk_error": QT_TRANSLATE_NOOP("Errors", "the disk reports an error"),
    #: vi: tệp bị hỏng
    "damaged": QT_TRANSLATE_NOOP("Errors", "the file is damaged"),
    #: vi: ổ đĩa đã đầy
    "disk_full": QT_TRANSLATE_NOOP("Errors", "the disk is full"),
    #: vi: không mở được tệp
    "cannot_open": QT_TRANSLATE_NOOP("Errors", "the file cannot be opened"),
}
