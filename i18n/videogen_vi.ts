<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About VideoGen</source>
        <translation>Giới thiệu VideoGen</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Giấy phép…</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. The libraries installed beside it have licences of their own: Qt {qt} the LGPL 3; FFmpeg, x264 and x265, which PyAV brings, the GPL.</source>
        <translation>Phần mềm tự do theo giấy phép MIT. Các thư viện cài bên cạnh có giấy phép riêng: Qt {qt} theo LGPL 3; FFmpeg, x264 và x265 do PyAV mang theo thì theo GPL.</translation>
    </message>
    <message>
        <source>Free software: the program under the MIT licence, and all that is installed with it under the GPL, version 3 or later. It contains Qt {qt} (LGPL 3), FFmpeg and {codecs} (GPL), and the work of many others.</source>
        <translation>Phần mềm tự do: bản thân chương trình theo giấy phép MIT, còn trọn bộ cài đặt theo GPL phiên bản 3 trở lên. Trong đó có Qt {qt} (LGPL 3), FFmpeg và {codecs} (GPL), cùng công sức của nhiều người khác.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>VideoGen Desktop itself is under the MIT licence, which follows. This installation contains nobody else&apos;s work but a font (Be Vietnam Pro, SIL Open Font License) and icons (Lucide, ISC). The libraries that it uses were installed beside it; the licence of each is in the folder *.dist-info of its name, in:
{folder}

Qt is under the LGPL 3. PyAV brings FFmpeg with x264 and x265, which are under the GPL, version 2 or later: whoever passes all of it on together does so under the GPL, version 3 or later.</source>
        <translation>Bản thân VideoGen Desktop theo giấy phép MIT, in ở dưới. Bản cài này không chứa gì của người khác ngoài một phông chữ (Be Vietnam Pro, SIL Open Font License) và các biểu tượng (Lucide, ISC). Những thư viện mà chương trình dùng được cài bên cạnh; giấy phép của mỗi thư viện nằm trong thư mục *.dist-info mang tên nó, tại:
{folder}

Qt theo LGPL 3. PyAV mang theo FFmpeg với x264 và x265, theo GPL phiên bản 2 trở lên: ai chuyển tất cả cho người khác cùng nhau thì phải theo GPL phiên bản 3 trở lên.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>Video</source>
        <translation>Tạo video</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Hoàn lại</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>Số dư đầu</translation>
    </message>
    <message>
        <source>Price adjusted</source>
        <translation>Điều chỉnh</translation>
    </message>
    <message>
        <source>Reconciled</source>
        <translation>Đối chiếu</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>Nạp thêm</translation>
    </message>
    <message>
        <source>As the account&apos;s balance says</source>
        <translation>Theo số dư tài khoản</translation>
    </message>
    <message>
        <source>Set aside when you asked for a video</source>
        <translation>Credits dành cho một video khi bạn bấm Tạo video</translation>
    </message>
    <message>
        <source>The video came to nothing; all came back</source>
        <translation>Không tạo được video, credits được hoàn lại đầy đủ</translation>
    </message>
    <message>
        <source>What the wallet had when first seen</source>
        <translation>Số credits trong ví khi VideoGen thấy ví lần đầu</translation>
    </message>
    <message>
        <source>Another price was charged</source>
        <translation>Giá thực tế khác với giá báo trước</translation>
    </message>
    <message>
        <source>Brought in line with the account, as a top-up</source>
        <translation>Cho khớp với số dư tài khoản, ví dụ khi bạn nạp thêm</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Ví thử nghiệm</translation>
    </message>
    <message>
        <source>Play money</source>
        <translation>Tiền ảo</translation>
    </message>
    <message>
        <source>Asking for the balance…</source>
        <translation>Đang cập nhật số dư…</translation>
    </message>
    <message>
        <source>The balance could not be asked for.</source>
        <translation>Chưa cập nhật được số dư.</translation>
    </message>
    <message>
        <source>The balance was not confirmed since the start.</source>
        <translation>Chưa cập nhật số dư từ khi mở chương trình.</translation>
    </message>
    <message>
        <source>Balance confirmed at {time}.</source>
        <translation>Số dư cập nhật lúc {time}.</translation>
    </message>
    <message>
        <source>If the next reading says the same, it becomes a line of the statement.</source>
        <translation>Nếu lần đọc sau vẫn vậy, khoản này thành một dòng trong sao kê.</translation>
    </message>
    <message>
        <source>Find videos by their task ids…</source>
        <translation>Tìm lại video theo mã tác vụ…</translation>
    </message>
    <message>
        <source>seen just now</source>
        <translation>vừa thấy</translation>
    </message>
    <message>
        <source>The account has {amount} more than the ledger, perhaps a top-up · {age}</source>
        <translation>Tài khoản có nhiều hơn sổ {amount}, có thể do bạn vừa nạp thêm · {age}</translation>
    </message>
    <message>
        <source>The account has {amount} less than the ledger explains · {age}</source>
        <translation>Tài khoản có ít hơn sổ {amount} mà chưa rõ vì sao · {age}</translation>
    </message>
</context>
<context>
    <name>Advanced</name>
    <message>
        <source>Throw a number</source>
        <translation>Chọn số ngẫu nhiên</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Thêm dòng</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Xóa dòng này</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>Từ {low} đến {high}</translation>
    </message>
</context>
<context>
    <name>Alert</name>
    <message>
        <source>Copy the message</source>
        <translation>Chép thông báo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>AspectSelector</name>
    <message>
        <source>Shape of the video</source>
        <translation>Tỉ lệ video</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Ngang</translation>
    </message>
    <message>
        <source>Landscape, {ratio}</source>
        <translation>Ngang, {ratio}</translation>
    </message>
    <message>
        <source>Portrait, {ratio}</source>
        <translation>Dọc, {ratio}</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Vuông</translation>
    </message>
    <message>
        <source>Square, {ratio}</source>
        <translation>Vuông, {ratio}</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Dọc</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>Description</source>
        <translation>Mô tả</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Tỉ lệ</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Phong cách</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Tên tệp</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Giá</translation>
    </message>
    <message>
        <source>Many videos at once</source>
        <translation>Nhiều video cùng lúc</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>With variables</source>
        <translation>Mẫu có biến</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Hàng đợi</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Mở tệp…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Thêm cột</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rows</source>
        <translation>
            <numerusform>Xóa %n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>A line for each video</source>
        <translation>Mỗi dòng một video</translation>
    </message>
    <message>
        <source>Paste descriptions, one on each line, or columns from a spreadsheet. A CSV, TSV, JSONL or XLSX file can also be dropped here.</source>
        <translation>Dán các mô tả, mỗi dòng một mô tả, hoặc các cột từ bảng tính. Bạn cũng có thể thả tệp CSV, TSV, JSONL hay XLSX vào đây.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Checking the rows…</source>
        <translation>Đang kiểm tra các dòng…</translation>
    </message>
    <message>
        <source>Setting the credits aside…</source>
        <translation>Đang giữ credits…</translation>
    </message>
    <message>
        <source>An empty cell takes the composer&apos;s: {choices}</source>
        <translation>Ô để trống lấy theo khung soạn: {choices}</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a problem; nothing is sent before that is solved.</source>
        <translation>
            <numerusform>%n dòng có vấn đề. Chưa video nào được gửi khi chưa sửa xong.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the first one</source>
        <translation>Xem dòng đầu tiên</translation>
    </message>
    <message>
        <source>Hold at most…</source>
        <translation>Đặt mức giữ nhiều nhất…</translation>
    </message>
    <message numerus="yes">
        <source>Create %n videos</source>
        <translation>
            <numerusform>Tạo %n video</numerusform>
        </translation>
    </message>
    <message>
        <source>at most {price}</source>
        <translation>nhiều nhất {price}</translation>
    </message>
    <message>
        <source>{amount} left</source>
        <translation>còn {amount}</translation>
    </message>
    <message>
        <source>Create videos</source>
        <translation>Tạo video</translation>
    </message>
    <message>
        <source>{available} left, {missing} too few</source>
        <translation>Còn {available}, thiếu {missing}</translation>
    </message>
    <message numerus="yes">
        <source>Put %n rows into the table</source>
        <translation>
            <numerusform>Đưa %n dòng vào bảng</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchEntry</name>
    <message>
        <source>Many videos at once</source>
        <translation>Nhiều video cùng lúc</translation>
    </message>
    <message>
        <source>Fill in the variables…</source>
        <translation>Điền các biến…</translation>
    </message>
    <message numerus="yes">
        <source>%n lines: create %n videos…</source>
        <translation>
            <numerusform>%n dòng: tạo %n video…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchQueue</name>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Send them</source>
        <translation>Gửi tiếp</translation>
    </message>
    <message>
        <source>Cancel what was not sent</source>
        <translation>Hủy phần chưa gửi</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Lưu kết quả</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Bảng (CSV)…</translation>
    </message>
    <message>
        <source>Excel (XLSX)…</source>
        <translation>Excel (XLSX)…</translation>
    </message>
    <message numerus="yes">
        <source>%n videos were not sent yet.</source>
        <translation>
            <numerusform>Còn %n video chưa gửi.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation>{count} đã xong</translation>
    </message>
    <message>
        <source>{count} being made</source>
        <translation>{count} đang tạo</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} chờ gửi</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} thất bại</translation>
    </message>
    <message>
        <source>{count} cancelled</source>
        <translation>{count} đã hủy</translation>
    </message>
    <message>
        <source>{count} unclear</source>
        <translation>{count} chưa rõ</translation>
    </message>
    <message>
        <source>Drag to change the order, or use Alt+Up and Alt+Down.</source>
        <translation>Kéo để đổi thứ tự, hoặc dùng Alt+Lên và Alt+Xuống.</translation>
    </message>
    <message>
        <source>Nothing yet: what you create here stands in a queue.</source>
        <translation>Chưa có gì. Những video bạn tạo ở đây sẽ lần lượt được gửi từ hàng đợi này.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting to be sent: %n</source>
        <translation>
            <numerusform>Chờ gửi: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n videos?</source>
        <translation>
            <numerusform>Hủy %n video?</numerusform>
        </translation>
    </message>
    <message>
        <source>They were not sent: their credits come back. What was sent goes on.</source>
        <translation>Các video này chưa được gửi nên credits được trả lại đủ. Video đã gửi vẫn chạy tiếp.</translation>
    </message>
    <message>
        <source>Cancel them</source>
        <translation>Hủy các video này</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Giữ lại</translation>
    </message>
    <message numerus="yes">
        <source>Send the %n videos that are still waiting?</source>
        <translation>
            <numerusform>Gửi tiếp %n video đang chờ?</numerusform>
        </translation>
    </message>
    <message>
        <source>They were set aside before the program was closed, and their credits are held. They can also be sent or cancelled later, in the queue.</source>
        <translation>Các video này chưa kịp gửi khi chương trình đóng, credits vẫn đang được giữ. Bạn cũng có thể gửi hoặc hủy sau trong hàng đợi.</translation>
    </message>
    <message numerus="yes">
        <source>Send %n videos</source>
        <translation>
            <numerusform>Gửi %n video</numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
</context>
<context>
    <name>BatchResult</name>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Cost in credits</source>
        <translation>Chi phí (credits)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Task ID</source>
        <translation>Mã tác vụ (Task ID)</translation>
    </message>
    <message>
        <source>Video ID</source>
        <translation>Mã video</translation>
    </message>
</context>
<context>
    <name>BatchTemplate</name>
    <message>
        <source>The first one: {prompt}</source>
        <translation>Video đầu tiên: {prompt}</translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n video</numerusform>
        </translation>
    </message>
    <message>
        <source>Description with variables</source>
        <translation>Mô tả có biến</translation>
    </message>
    <message>
        <source>product</source>
        <translation>sản phẩm</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>màu</translation>
    </message>
    <message>
        <source>{product} in {colour}, turning slowly on a white table</source>
        <translation>{product} màu {colour}, xoay chậm trên bàn trắng</translation>
    </message>
    <message>
        <source>Put what changes into braces, such as {colour}: each one gets a list of values. {opening} and {closing} stand for braces.</source>
        <translation>Đặt phần thay đổi trong ngoặc nhọn, chẳng hạn {colour}: mỗi biến có một danh sách giá trị. Muốn viết dấu ngoặc nhọn thật, hãy gõ {opening} và {closing}.</translation>
    </message>
    <message>
        <source>Each with each</source>
        <translation>Mọi cách kết hợp</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>Ghép theo từng dòng</translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n giá trị</numerusform>
        </translation>
    </message>
    <message>
        <source>Values of {name}, one on each line</source>
        <translation>Giá trị của {name}, mỗi dòng một giá trị</translation>
    </message>
    <message>
        <source>One on each line</source>
        <translation>Mỗi dòng một giá trị</translation>
    </message>
    <message>
        <source>Still without values: {names}</source>
        <translation>Chưa có giá trị: {names}</translation>
    </message>
    <message>
        <source>Line by line, these lists must be equally long: {names}</source>
        <translation>Khi ghép theo từng dòng, các danh sách này phải dài bằng nhau: {names}</translation>
    </message>
    <message>
        <source>{count} videos are too many: a table holds at most {limit} rows.</source>
        <translation>{count} video là quá nhiều: một bảng có nhiều nhất {limit} dòng.</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Comparing clips</source>
        <translation>So sánh video</translation>
    </message>
    <message>
        <source>Leave the comparison</source>
        <translation>Thoát so sánh</translation>
    </message>
    <message>
        <source>Wipe from one to the other</source>
        <translation>Kéo vạch để chuyển từ video này sang video kia</translation>
    </message>
    <message>
        <source>One over the other, and flip</source>
        <translation>Chồng lên nhau rồi lật qua lại</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Cạnh nhau</translation>
    </message>
    <message>
        <source>This video was deleted.</source>
        <translation>Video này đã bị xóa.</translation>
    </message>
    <message numerus="yes">
        <source>Compare %n clips</source>
        <translation>
            <numerusform>So sánh %n video</numerusform>
        </translation>
    </message>
    <message>
        <source>Press 1 or 2 to keep that clip: the other goes to the bin</source>
        <translation>Nhấn 1 hoặc 2 để giữ video đó, video còn lại vào thùng rác</translation>
    </message>
    <message>
        <source>Press 1 to %1 to keep that clip: the others go to the bin</source>
        <translation>Nhấn 1 đến %1 để giữ video đó, các video còn lại vào thùng rác</translation>
    </message>
    <message>
        <source>Shorter clips wait on their last frame</source>
        <translation>Video ngắn hơn dừng ở khung hình cuối</translation>
    </message>
    <message>
        <source>Over: waits for the longest</source>
        <translation>Đã hết, chờ video dài nhất</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Keep clip %1, the other goes to the bin</source>
        <translation>Giữ video %1, video còn lại vào thùng rác</translation>
    </message>
    <message>
        <source>Keep clip %1, the others go to the bin</source>
        <translation>Giữ video %1, các video còn lại vào thùng rác</translation>
    </message>
    <message>
        <source>The sound of clip %1 is heard</source>
        <translation>Đang nghe tiếng của video %1</translation>
    </message>
    <message>
        <source>Hear clip %1</source>
        <translation>Nghe tiếng video %1</translation>
    </message>
    <message>
        <source>Clip %1</source>
        <translation>Video %1</translation>
    </message>
    <message numerus="yes">
        <source>Clip %1 is a favourite, %n went to the bin</source>
        <translation>
            <numerusform>Video %1 đã vào mục yêu thích, %n video đã vào thùng rác</numerusform>
        </translation>
    </message>
    <message>
        <source>Select 2 to 4 videos to compare them.</source>
        <translation>Hãy chọn từ 2 đến 4 video để so sánh.</translation>
    </message>
    <message>
        <source>This video has no other take to compare it with.</source>
        <translation>Video này không có bản nào khác để so sánh.</translation>
    </message>
    <message numerus="yes">
        <source>Four at a time: these are the first 4 of %n.</source>
        <translation>
            <numerusform>Mỗi lần so sánh tối đa 4 video: đây là 4 video đầu trong %n video.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Describe the video first</source>
        <translation>Hãy mô tả video trước</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Mô tả</translation>
    </message>
    <message>
        <source>Enter creates the video, Shift+Enter breaks the line</source>
        <translation>Nhấn Enter để tạo video, Shift+Enter để xuống dòng</translation>
    </message>
</context>
<context>
    <name>CreditBadge</name>
    <message>
        <source>Credits: not known yet</source>
        <translation>Số credits: chưa rõ</translation>
    </message>
    <message>
        <source>{amount} available</source>
        <translation>Còn {amount}</translation>
    </message>
    <message>
        <source>{amount} available, {held} held</source>
        <translation>Còn {amount}, đang giữ {held}</translation>
    </message>
</context>
<context>
    <name>CreditPanel</name>
    <message>
        <source>Your credits</source>
        <translation>Credits của bạn</translation>
    </message>
    <message>
        <source>Ask for the balance again</source>
        <translation>Cập nhật số dư</translation>
    </message>
    <message>
        <source>Buy more credits</source>
        <translation>Mua thêm credits</translation>
    </message>
    <message>
        <source>Recently</source>
        <translation>Gần đây</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Xem sao kê</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Có thể dùng</translation>
    </message>
    <message>
        <source>Held for unsent and unclear videos</source>
        <translation>Đang giữ cho video chờ gửi hoặc chưa rõ</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>Đã dùng hôm nay</translation>
    </message>
</context>
<context>
    <name>Credits</name>
    <message>
        <source>1 credit</source>
        <translation>1 credits</translation>
    </message>
    <message>
        <source>{amount} credits</source>
        <translation>{amount} credits</translation>
    </message>
    <message>
        <source>{worth} by the rate you set on {day}</source>
        <translation>{worth} theo tỷ giá bạn đặt ngày {day}</translation>
    </message>
    <message>
        <source>If it were real money: {worth} by the rate you set on {day}</source>
        <translation>Nếu là tiền thật: {worth} theo tỷ giá bạn đặt ngày {day}</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>Save the diagnosis</source>
        <translation>Lưu gói chẩn đoán</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Gói chẩn đoán</translation>
    </message>
    <message>
        <source>This is all that will be saved. Keys, prompts, private links and your home folder are taken out. Nothing is sent anywhere.</source>
        <translation>Đây là toàn bộ những gì sẽ được lưu. Khóa API, mô tả, liên kết riêng và thư mục cá nhân đã được bỏ đi. Không có gì được gửi đi đâu.</translation>
    </message>
    <message>
        <source>Being collected…</source>
        <translation>Đang thu thập…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Lưu thành tệp…</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Đã lưu vào {file}</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Your first video starts with a sentence</source>
        <translation>Video đầu tiên bắt đầu từ một câu</translation>
    </message>
    <message>
        <source>Write it below, or begin with one of these:</source>
        <translation>Viết vào ô bên dưới, hoặc bắt đầu với một gợi ý:</translation>
    </message>
    <message>
        <source>A professor stands at the front of a lively classroom, enthusiastically giving a lecture.</source>
        <translation>Một vị giáo sư đứng trước lớp học sôi nổi, say sưa giảng bài.</translation>
    </message>
    <message>
        <source>A cat playing with a ball of yarn in slow motion.</source>
        <translation>Một con mèo chơi với cuộn len, quay chậm.</translation>
    </message>
    <message>
        <source>Aerial view of a beautiful beach at sunset with waves crashing.</source>
        <translation>Bãi biển tuyệt đẹp lúc hoàng hôn nhìn từ trên cao, sóng vỗ bờ.</translation>
    </message>
    <message>
        <source>A chef preparing sushi in a Japanese restaurant.</source>
        <translation>Đầu bếp làm sushi trong một nhà hàng Nhật Bản.</translation>
    </message>
    <message>
        <source>Time-lapse of a city skyline transitioning from day to night.</source>
        <translation>Tua nhanh thời gian: đường chân trời thành phố chuyển từ ngày sang đêm.</translation>
    </message>
</context>
<context>
    <name>EndNotifier</name>
    <message>
        <source>Your video is ready</source>
        <translation>Video đã hoàn thành</translation>
    </message>
    <message>
        <source>Your video failed</source>
        <translation>Video không tạo được</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong inside the program. Please try again.</source>
        <translation>Chương trình gặp lỗi. Vui lòng thử lại.</translation>
    </message>
    <message>
        <source>That did not work. Please try again.</source>
        <translation>Không thực hiện được. Vui lòng thử lại.</translation>
    </message>
    <message>
        <source>The request cannot be used as it is.</source>
        <translation>Mô tả này chưa dùng được.</translation>
    </message>
    <message>
        <source>The prompt has broken characters that cannot be read. Enter it again.</source>
        <translation>Mô tả có ký tự hỏng, không đọc được. Hãy nhập lại.</translation>
    </message>
    <message>
        <source>Describe the video you want first.</source>
        <translation>Hãy mô tả video bạn muốn tạo trước đã.</translation>
    </message>
    <message>
        <source>The prompt has {length} characters; this model takes at most {limit}. Please shorten it.</source>
        <translation>Mô tả dài {length} ký tự, mô hình này chỉ nhận tối đa {limit}. Hãy rút gọn lại.</translation>
    </message>
    <message>
        <source>This model has no option “{role}”. Leave it out, or choose another model.</source>
        <translation>Mô hình này không có tùy chọn “{role}”. Hãy bỏ tùy chọn đó hoặc chọn mô hình khác.</translation>
    </message>
    <message>
        <source>This model does not take “{given}” for “{role}”. Choose another value.</source>
        <translation>Mô hình này không nhận giá trị “{given}” cho “{role}”. Hãy chọn giá trị khác.</translation>
    </message>
    <message>
        <source>The prompt has {length} characters; this model wants at least {least}. Say a little more.</source>
        <translation>Mô tả có {length} ký tự; mô hình này cần ít nhất {least}. Hãy viết thêm một chút.</translation>
    </message>
    <message>
        <source>These choices do not go together: {names}. Change one of them.</source>
        <translation>Các lựa chọn này không dùng chung được: {names}. Hãy đổi một trong số đó.</translation>
    </message>
    <message>
        <source>This model needs at least one of these: {names}.</source>
        <translation>Mô hình này cần ít nhất một trong các mục: {names}.</translation>
    </message>
    <message>
        <source>Each of “{names}” needs a name, a description and at least {limits} pictures of its own.</source>
        <translation>Mỗi mục trong “{names}” cần có tên, mô tả và ít nhất {limits} ảnh riêng.</translation>
    </message>
    <message>
        <source>{names} cannot be used together with {because}. Take one of them away.</source>
        <translation>Không dùng được {names} cùng với {because}. Hãy bỏ bớt một mục.</translation>
    </message>
    <message>
        <source>Only one of these can be used at a time: {names}.</source>
        <translation>Mỗi lần chỉ dùng được một trong các mục: {names}.</translation>
    </message>
    <message>
        <source>{names} must be {limits} together with {because}.</source>
        <translation>Khi dùng {because}, {names} phải là {limits}.</translation>
    </message>
    <message>
        <source>At most {limits} files fit here together: {names}.</source>
        <translation>Tổng cộng chỉ nhận tối đa {limits} tệp cho: {names}.</translation>
    </message>
    <message>
        <source>At most {limits} seconds fit here together: {names}.</source>
        <translation>Tổng cộng chỉ nhận tối đa {limits} giây cho: {names}.</translation>
    </message>
    <message>
        <source>“{slot}” takes {least} to {most} files with this model, and there are {count}.</source>
        <translation>Với mô hình này, “{slot}” nhận từ {least} đến {most} tệp, hiện có {count}.</translation>
    </message>
    <message>
        <source>This model takes no file as “{slot}”. Take it away, or choose another model.</source>
        <translation>Mô hình này không nhận tệp cho “{slot}”. Hãy bỏ tệp đó hoặc chọn mô hình khác.</translation>
    </message>
    <message>
        <source>A file in “{slot}” does not fit this model. Choose another one.</source>
        <translation>Có tệp trong “{slot}” không hợp với mô hình này. Hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>This model continues a finished video: open one and choose what to do with it.</source>
        <translation>Mô hình này làm tiếp từ một video đã hoàn tất: hãy mở video đó rồi chọn cách làm tiếp.</translation>
    </message>
    <message>
        <source>No model on offer here goes on with this video in this way.</source>
        <translation>Ở đây không có mô hình nào làm tiếp được video này theo cách đó.</translation>
    </message>
    <message>
        <source>One video costs {price} now, and you agreed to {most_held} for it at most.</source>
        <translation>Một video hiện có giá {price}, còn bạn chỉ đồng ý tối đa {most_held}.</translation>
    </message>
    <message>
        <source>The price of this choice is not known, so nothing was sent. Choose another one.</source>
        <translation>Chưa biết giá của lựa chọn này nên chưa gửi gì. Hãy chọn tùy chọn khác.</translation>
    </message>
    <message>
        <source>The model “{given}” is not on offer here. Choose another model.</source>
        <translation>Ở đây không có mô hình “{given}”. Hãy chọn mô hình khác.</translation>
    </message>
    <message>
        <source>There is no style “{given}”. Choose one from the list.</source>
        <translation>Không có phong cách “{given}”. Hãy chọn trong danh sách.</translation>
    </message>
    <message>
        <source>This cannot be read as a batch.</source>
        <translation>Không đọc được nội dung này thành danh sách video.</translation>
    </message>
    <message>
        <source>The column “{header}” says nothing that is known here. Choose what it means.</source>
        <translation>Không rõ cột “{header}” là gì. Hãy chọn ý nghĩa cho cột này.</translation>
    </message>
    <message>
        <source>“{address}” is not a file on this machine. Enter its whole path.</source>
        <translation>“{address}” không phải tệp trên máy này. Hãy nhập đường dẫn đầy đủ.</translation>
    </message>
    <message>
        <source>The file name has {length} characters; at most {limit} fit. Please shorten it.</source>
        <translation>Tên tệp dài {length} ký tự, tối đa {limit}. Hãy rút ngắn lại.</translation>
    </message>
    <message>
        <source>{rows} rows still have something wrong, so none was sent.</source>
        <translation>Còn {rows} dòng có lỗi nên chưa dòng nào được gửi.</translation>
    </message>
    <message>
        <source>These are {videos} videos, and a batch takes at most {limit}. Make it smaller.</source>
        <translation>Danh sách có {videos} video, mỗi lần chỉ gửi tối đa {limit}. Hãy bớt đi.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written. Choose another place.</source>
        <translation>Không ghi được tệp {path}. Hãy chọn nơi lưu khác.</translation>
    </message>
    <message>
        <source>Not enough credits: {price} needed, {available} available. Top up and try again.</source>
        <translation>Không đủ credits: cần {price}, hiện còn {available}. Hãy nạp thêm rồi thử lại.</translation>
    </message>
    <message>
        <source>This video is no longer here.</source>
        <translation>Video này không còn ở đây nữa.</translation>
    </message>
    <message>
        <source>The video has moved on meanwhile, so this can no longer be done.</source>
        <translation>Trạng thái video đã thay đổi nên không thực hiện được thao tác này nữa.</translation>
    </message>
    <message>
        <source>“{field}” is no part of a file name. Between braces may stand: {known}.</source>
        <translation>Mẫu tên tệp không có “{field}”. Trong dấu ngoặc nhọn có thể là: {known}.</translation>
    </message>
    <message>
        <source>No such video can be made of these clips. Choose others.</source>
        <translation>Không ghép được như vậy từ các video này. Hãy chọn video khác.</translation>
    </message>
    <message>
        <source>“{slot}” takes another kind of file with this model.</source>
        <translation>“{slot}” cần loại tệp khác với mô hình này.</translation>
    </message>
    <message>
        <source>“{slot}” does not take {given}; it takes {limits}.</source>
        <translation>“{slot}” không nhận {given}; chỉ nhận {limits}.</translation>
    </message>
    <message>
        <source>The file in “{slot}” is too large for this model: {given} of {limits}.</source>
        <translation>Tệp trong “{slot}” quá lớn với mô hình này: {given}, tối đa {limits}.</translation>
    </message>
    <message>
        <source>The picture in “{slot}” is too small: {given} pixels, and {limits} are needed.</source>
        <translation>Ảnh trong “{slot}” quá nhỏ: {given} điểm ảnh, cần ít nhất {limits}.</translation>
    </message>
    <message>
        <source>The picture in “{slot}” is too large: {given} pixels, and {limits} are allowed.</source>
        <translation>Ảnh trong “{slot}” quá lớn: {given} điểm ảnh, tối đa {limits}.</translation>
    </message>
    <message>
        <source>The picture in “{slot}” is too narrow: its sides may be 1 to {limits} at most.</source>
        <translation>Ảnh trong “{slot}” quá dài và hẹp: tỉ lệ hai cạnh tối đa là 1:{limits}.</translation>
    </message>
    <message>
        <source>The file in “{slot}” is too short: {given}, and {limits} are needed.</source>
        <translation>Tệp trong “{slot}” quá ngắn: {given}, cần ít nhất {limits}.</translation>
    </message>
    <message>
        <source>The file in “{slot}” is too long: {given}, and {limits} are allowed.</source>
        <translation>Tệp trong “{slot}” quá dài: {given}, tối đa {limits}.</translation>
    </message>
    <message>
        <source>The files in “{slot}” are too long together: {given} of {limits}.</source>
        <translation>Các tệp trong “{slot}” cộng lại quá dài: {given}, tối đa {limits}.</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>Không có nội dung nào.</translation>
    </message>
    <message>
        <source>It is too large to be a batch (16 MB at most).</source>
        <translation>Tệp quá lớn (tối đa 16 MB).</translation>
    </message>
    <message>
        <source>It has more than {limit} rows. Make several batches of it.</source>
        <translation>Có hơn {limit} dòng. Hãy chia thành nhiều lần.</translation>
    </message>
    <message>
        <source>It has more than {limit} columns.</source>
        <translation>Có hơn {limit} cột.</translation>
    </message>
    <message>
        <source>The text in row {place} is too long for a description.</source>
        <translation>Nội dung ở dòng {place} quá dài so với một mô tả.</translation>
    </message>
    <message>
        <source>The file is no table: CSV, TSV, JSONL and Excel (.xlsx) can be opened.</source>
        <translation>Tệp này không phải bảng. Chỉ mở được CSV, TSV, JSONL và Excel (.xlsx).</translation>
    </message>
    <message>
        <source>Line {place} is not a JSON object.</source>
        <translation>Dòng {place} không phải một đối tượng JSON.</translation>
    </message>
    <message>
        <source>The file is no Excel workbook that can be read. Save it again as .xlsx.</source>
        <translation>Không đọc được tệp Excel này. Hãy lưu lại dưới dạng .xlsx.</translation>
    </message>
    <message>
        <source>The formula in cell {place} has no value yet. Open and save the file in Excel.</source>
        <translation>Công thức ở ô {place} chưa có giá trị. Hãy mở và lưu lại tệp bằng Excel.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>Không mở được tệp.</translation>
    </message>
    <message>
        <source>A limit that you set keeps this video from being sent.</source>
        <translation>Một giới hạn bạn đã đặt không cho phép gửi video này.</translation>
    </message>
    <message>
        <source>The spending limits in the settings cannot be read, so nothing is sent. Set them again.</source>
        <translation>Không đọc được giới hạn chi tiêu trong cài đặt nên chưa gửi gì. Hãy đặt lại giới hạn.</translation>
    </message>
    <message>
        <source>{in_flight} videos are under way, and your limit is {limit}: {takes} more would be too many. Wait for some to end.</source>
        <translation>Đang tạo {in_flight} video, giới hạn bạn đặt là {limit}: thêm {takes} video nữa là quá. Hãy chờ xong bớt.</translation>
    </message>
    <message>
        <source>You sent this very request a moment ago. Confirm it if you want to pay once more.</source>
        <translation>Bạn vừa gửi đúng yêu cầu này. Hãy xác nhận nếu muốn trả tiền thêm lần nữa.</translation>
    </message>
    <message>
        <source>This video belongs to another wallet. Switch to that wallet first.</source>
        <translation>Video này thuộc ví khác. Hãy chuyển sang ví đó trước.</translation>
    </message>
    <message>
        <source>Task {task_id} cannot be the one of this video.</source>
        <translation>Tác vụ {task_id} không thể là của video này.</translation>
    </message>
    <message>
        <source>{vendor} knows no task {task_id} under this key. Check the id.</source>
        <translation>{vendor} không có tác vụ {task_id} nào với khóa này. Hãy kiểm tra lại mã.</translation>
    </message>
    <message>
        <source>Task {task_id} belongs to another video of the library already.</source>
        <translation>Tác vụ {task_id} đã thuộc về một video khác trong thư viện.</translation>
    </message>
    <message>
        <source>Task {task_id} was made for another request than this video&apos;s.</source>
        <translation>Tác vụ {task_id} được tạo cho một yêu cầu khác với video này.</translation>
    </message>
    <message>
        <source>{vendor} reported a problem.</source>
        <translation>{vendor} báo lỗi.</translation>
    </message>
    <message>
        <source>{vendor} could not be reached. Check the network and try again.</source>
        <translation>Không kết nối được với {vendor}. Hãy kiểm tra mạng rồi thử lại.</translation>
    </message>
    <message>
        <source>A file of this request could not be uploaded. Try again.</source>
        <translation>Không tải được một tệp của yêu cầu này lên. Hãy thử lại.</translation>
    </message>
    <message>
        <source>The connection broke before {vendor} answered. It may have taken the request, so it is not sent again; the card shows when more is known.</source>
        <translation>Mất kết nối trước khi {vendor} trả lời. Có thể yêu cầu đã được nhận nên chương trình không gửi lại; thẻ video sẽ cập nhật khi có thông tin mới.</translation>
    </message>
    <message>
        <source>{vendor} asks for a slower pace. Wait a moment and try again.</source>
        <translation>{vendor} yêu cầu gửi chậm lại. Hãy đợi một lát rồi thử lại.</translation>
    </message>
    <message>
        <source>{vendor} does not answer at the moment. The program keeps trying.</source>
        <translation>{vendor} tạm thời không phản hồi. Chương trình sẽ tiếp tục thử.</translation>
    </message>
    <message>
        <source>{vendor} sent an answer that makes no sense. The program keeps trying.</source>
        <translation>{vendor} trả về dữ liệu không hợp lệ. Chương trình sẽ tiếp tục thử.</translation>
    </message>
    <message>
        <source>{vendor} refused the request. Change it and try again.</source>
        <translation>{vendor} từ chối yêu cầu. Hãy chỉnh sửa rồi thử lại.</translation>
    </message>
    <message>
        <source>{vendor} rejected the API key. Check the key or enter another one.</source>
        <translation>{vendor} từ chối khóa API. Hãy kiểm tra lại hoặc nhập khóa khác.</translation>
    </message>
    <message>
        <source>The spending cap of this API key is reached. Raise it on {vendor}&apos;s site.</source>
        <translation>Khóa API này đã chạm hạn mức chi tiêu. Hãy nâng hạn mức trên trang của {vendor}.</translation>
    </message>
    <message>
        <source>{vendor} says that the account is out of credits. Top up and try again.</source>
        <translation>{vendor} báo tài khoản đã hết credits. Hãy nạp thêm rồi thử lại.</translation>
    </message>
    <message>
        <source>{vendor} no longer offers this model. Choose another model.</source>
        <translation>{vendor} không còn mô hình này. Hãy chọn mô hình khác.</translation>
    </message>
    <message>
        <source>{vendor} is under maintenance. Try again in a few minutes.</source>
        <translation>{vendor} đang bảo trì. Hãy thử lại sau vài phút.</translation>
    </message>
    <message>
        <source>The prompt breaks {vendor}&apos;s content rules. Rewrite it and try again.</source>
        <translation>{vendor} từ chối mô tả này vì vi phạm nội dung. Hãy viết lại rồi thử lại.</translation>
    </message>
    <message>
        <source>{vendor} could not fetch a file that was uploaded for it. Try again: it is uploaded anew.</source>
        <translation>{vendor} không lấy được tệp đã tải lên cho yêu cầu này. Hãy thử lại: tệp sẽ được tải lên lần nữa.</translation>
    </message>
    <message>
        <source>{vendor} does not take a file of this request. Choose another one.</source>
        <translation>{vendor} không nhận một tệp của yêu cầu này. Hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>The video is ready, but its file is not on this computer yet.</source>
        <translation>Video đã xong nhưng tệp chưa có trên máy này.</translation>
    </message>
    <message>
        <source>{vendor} names {host} for the file; that address is not safe to open.</source>
        <translation>{vendor} chỉ tới {host} để lấy tệp; địa chỉ này không an toàn nên không được mở.</translation>
    </message>
    <message>
        <source>{vendor} says that this video cost {claimed}, which cannot be right at a price of {price}. The ledger does not take it; a true difference shows when the balance is compared.</source>
        <translation>{vendor} báo video này tốn {claimed}, không thể khớp với giá {price}. Sổ không ghi số này; phần chênh thật, nếu có, sẽ hiện khi đối chiếu số dư.</translation>
    </message>
    <message>
        <source>{vendor} has removed the file of this video.</source>
        <translation>{vendor} đã xóa tệp của video này.</translation>
    </message>
    <message>
        <source>{vendor} no longer has the file of this video, not even under a fresh address.</source>
        <translation>{vendor} không còn giữ tệp của video này, kể cả khi đã xin địa chỉ mới.</translation>
    </message>
    <message>
        <source>The download broke off. The program fetches the rest by itself.</source>
        <translation>Quá trình tải bị gián đoạn. Chương trình sẽ tự tải tiếp phần còn lại.</translation>
    </message>
    <message>
        <source>The file is larger than a clip can be, so it was not downloaded.</source>
        <translation>Tệp lớn bất thường so với một video ngắn nên không được tải về.</translation>
    </message>
    <message>
        <source>What was downloaded is not a video that plays. The program fetches it again.</source>
        <translation>Tệp tải về không phải video phát được. Chương trình sẽ tải lại.</translation>
    </message>
    <message>
        <source>The clip&apos;s file is not on this computer.</source>
        <translation>Tệp của video này không có trên máy.</translation>
    </message>
    <message>
        <source>The file of this video is not on this computer, and there is nowhere to fetch it from.</source>
        <translation>Tệp của video này không có trên máy và không còn nơi nào để tải lại.</translation>
    </message>
    <message>
        <source>{missing} of {count} videos are left out: their files are not on this computer.</source>
        <translation>Bỏ qua {missing} trong {count} video: tệp không có trên máy.</translation>
    </message>
    <message>
        <source>{count} of the files were left as they are: their content credentials, or an unknown layout, allow no change. Where one names its prompt, it still does.</source>
        <translation>{count} tệp được giữ nguyên vì có chứng nhận nguồn gốc hoặc cấu trúc lạ nên không sửa được. Tệp nào có ghi mô tả thì mô tả vẫn còn.</translation>
    </message>
    <message>
        <source>The file could not be examined. The program tries again by itself.</source>
        <translation>Không kiểm tra được tệp. Chương trình sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>The library cannot be used.</source>
        <translation>Không dùng được thư viện.</translation>
    </message>
    <message>
        <source>A newer version of VideoGen wrote this library. Install that version.</source>
        <translation>Thư viện này do một phiên bản VideoGen mới hơn tạo ra. Hãy cài phiên bản đó.</translation>
    </message>
    <message>
        <source>There is no library in {path}.</source>
        <translation>Không có thư viện nào trong {path}.</translation>
    </message>
    <message>
        <source>This library is older than the program. Close other windows and start again.</source>
        <translation>Thư viện này cũ hơn chương trình. Hãy đóng các cửa sổ khác rồi mở lại.</translation>
    </message>
    <message>
        <source>The rules inside the library were changed. Restore a backup of {path}.</source>
        <translation>Các quy tắc bên trong thư viện đã bị thay đổi. Hãy khôi phục bản sao lưu của {path}.</translation>
    </message>
    <message>
        <source>The library cannot be written ({condition}). Check the free space and the access rights.</source>
        <translation>Không ghi được vào thư viện ({condition}). Hãy kiểm tra dung lượng trống và quyền truy cập.</translation>
    </message>
    <message>
        <source>View only: the library&apos;s folder is read-only, so nothing can be made or changed.</source>
        <translation>Chỉ xem: thư mục của thư viện không cho ghi, nên chưa thể tạo hay thay đổi gì.</translation>
    </message>
    <message>
        <source>The second backup could not be written to {folder}: {condition}.</source>
        <translation>Chưa ghi được bản sao lưu thứ hai vào {folder}: {condition}.</translation>
    </message>
    <message>
        <source>Paid tasks that are not in this library: {count}. An older copy of it may have been put back.</source>
        <translation>Có {count} tác vụ đã trả tiền chưa nằm trong thư viện; có thể một bản cũ đã được chép đè.</translation>
    </message>
    <message>
        <source>The library is damaged or missing. Nothing was changed: choose how to go on.</source>
        <translation>Thư viện bị hỏng hoặc không còn. Chưa có gì bị thay đổi: hãy chọn cách khôi phục.</translation>
    </message>
    <message>
        <source>What could be recovered does not add up, so nothing was changed.</source>
        <translation>Phần khôi phục được không khớp sổ, nên chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>No video can be kept in {folder}. Check the folder, the access rights and the free space.</source>
        <translation>Không thể lưu video vào {folder}. Hãy kiểm tra thư mục, quyền ghi và dung lượng trống.</translation>
    </message>
    <message>
        <source>The disk is full. Downloads wait and go on by themselves once there is space.</source>
        <translation>Ổ đĩa đã đầy. Việc tải về tạm dừng và sẽ tự tiếp tục khi có chỗ trống.</translation>
    </message>
    <message>
        <source>This clip does not say how it was made.</source>
        <translation>Tệp video này không ghi lại cách nó được tạo ra.</translation>
    </message>
    <message>
        <source>The bin does not take {path}. The file stays there; removing it by hand cannot be undone.</source>
        <translation>Thùng rác không nhận tệp {path}. Tệp vẫn còn ở đó; nếu tự xóa thì không lấy lại được.</translation>
    </message>
    <message>
        <source>VideoGen was updated while it ran. Close this window and start it again; nothing is lost.</source>
        <translation>VideoGen vừa được cập nhật trong lúc đang chạy. Hãy đóng cửa sổ này rồi mở lại; không mất gì cả.</translation>
    </message>
    <message>
        <source>VideoGen already runs with this library. Close the other window first.</source>
        <translation>VideoGen đang chạy với thư viện này. Hãy đóng cửa sổ kia trước.</translation>
    </message>
    <message>
        <source>Settings could not be read and start afresh. The old file was kept.</source>
        <translation>Không đọc được một số cài đặt nên chúng trở về mặc định. Tệp cũ vẫn được giữ.</translation>
    </message>
    <message>
        <source>No API key is known for {api_base}. Enter one first.</source>
        <translation>Chưa có khóa API cho {api_base}. Hãy nhập khóa trước.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used. Unlock it, or enter the key again in the settings.</source>
        <translation>Không mở được nơi lưu mật khẩu của máy. Hãy mở khóa nơi đó, hoặc nhập lại khóa API trong Cài đặt.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring keeps no password: that of the proxy holds for this run only, and is no longer in the settings file.</source>
        <translation>Nơi lưu mật khẩu của máy không giữ được mật khẩu: mật khẩu proxy chỉ dùng được trong lần chạy này và không còn nằm trong tệp cài đặt.</translation>
    </message>
    <message>
        <source>The text helper gave no text. Your description stays as it is.</source>
        <translation>Trợ lý viết không trả về nội dung. Mô tả của bạn vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>{api_base} is not a safe address. Use one that begins with https.</source>
        <translation>{api_base} không phải địa chỉ an toàn. Hãy dùng địa chỉ bắt đầu bằng https.</translation>
    </message>
    <message>
        <source>The program met a defect and stopped watching your videos. Start it again: it goes on.</source>
        <translation>Chương trình gặp lỗi nên đã ngừng theo dõi video của bạn. Hãy mở lại chương trình, mọi việc sẽ tiếp tục.</translation>
    </message>
    <message>
        <source>Webhooks are not received. Videos are followed as usual.</source>
        <translation>Chưa nhận được webhook. Video vẫn được theo dõi như thường.</translation>
    </message>
    <message>
        <source>The sandbox stopped. Start the program again.</source>
        <translation>Máy chủ thử nghiệm đã dừng. Hãy mở lại chương trình.</translation>
    </message>
    <message>
        <source>There is a file {path} already, and nothing is overwritten. Choose another name.</source>
        <translation>Đã có tệp {path}, và VideoGen không ghi đè lên tệp nào. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>The folder of {path} is no longer there. Choose another place.</source>
        <translation>Thư mục của {path} không còn nữa. Hãy chọn nơi khác.</translation>
    </message>
    <message>
        <source>There is no space left for {path}. Free some, or choose another place.</source>
        <translation>Ổ đĩa không còn chỗ cho {path}. Hãy giải phóng dung lượng hoặc chọn nơi khác.</translation>
    </message>
    <message>
        <source>{path} is one of the library&apos;s own files. Choose another place.</source>
        <translation>{path} là tệp của chính thư viện. Hãy chọn nơi khác.</translation>
    </message>
    <message>
        <source>Nothing is left of a clip that was cut. Move its ends apart.</source>
        <translation>Có video bị cắt hết, không còn khung hình nào. Hãy kéo hai đầu ra xa nhau.</translation>
    </message>
    <message>
        <source>The video is too long for the size that is taken there. Cut it, or send a part.</source>
        <translation>Video quá dài so với dung lượng cho phép ở nơi nhận. Hãy cắt bớt hoặc chia nhỏ.</translation>
    </message>
    <message>
        <source>Choose 1 to 500 videos whose files are here.</source>
        <translation>Hãy chọn từ 1 đến 500 video có tệp trên máy này.</translation>
    </message>
    <message>
        <source>This costs {price} and would pass your cap of {cap} a day; {spent} are used today.</source>
        <translation>Lần này tốn {price} và sẽ vượt mức {cap} mỗi ngày bạn đã đặt; hôm nay đã dùng {spent}.</translation>
    </message>
    <message>
        <source>This costs {price} and would pass your cap of {cap} a month; {spent} are used this month.</source>
        <translation>Lần này tốn {price} và sẽ vượt mức {cap} mỗi tháng đã đặt; tháng này đã dùng {spent}.</translation>
    </message>
    <message>
        <source>Another program uses port {port}: webhooks are not received, videos are followed anyway.</source>
        <translation>Chương trình khác đang dùng cổng {port}: chưa nhận được webhook, video vẫn được theo dõi.</translation>
    </message>
    <message>
        <source>Port {port} may not be used here. Choose another in Settings › Webhook.</source>
        <translation>Máy này không cho dùng cổng {port}. Hãy chọn cổng khác trong Cài đặt › Webhook.</translation>
    </message>
    <message>
        <source>To receive webhooks, enter a public https address in Settings › Webhook.</source>
        <translation>Muốn nhận webhook, hãy nhập địa chỉ công khai https trong Cài đặt › Webhook.</translation>
    </message>
    <message>
        <source>To receive webhooks, enter the signing key in Settings › Webhook.</source>
        <translation>Muốn nhận webhook, hãy nhập khóa ký trong Cài đặt › Webhook.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not give the signing key: webhooks are not received.</source>
        <translation>Không đọc được khóa ký trong nơi lưu mật khẩu của máy: chưa nhận được webhook.</translation>
    </message>
    <message>
        <source>another program keeps it busy</source>
        <translation>một chương trình khác đang dùng tệp</translation>
    </message>
    <message>
        <source>another program has it open; close that one</source>
        <translation>một chương trình khác đang mở tệp; hãy đóng chương trình đó</translation>
    </message>
    <message>
        <source>it is read-only here</source>
        <translation>chỉ được phép đọc</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>ổ đĩa báo lỗi</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>tệp bị hỏng</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>ổ đĩa đã đầy</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>không mở được tệp</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>Bạn không mất credits.</translation>
    </message>
    <message>
        <source>Whether it was charged cannot be read at the moment; its card will tell.</source>
        <translation>Hiện chưa đọc được có bị trừ credits hay không; thẻ video sẽ cho biết.</translation>
    </message>
    <message>
        <source>{vendor} says: “{words}”</source>
        <translation>{vendor} trả lời: “{words}”</translation>
    </message>
    <message>
        <source>“{name}” is no longer there. Choose another file.</source>
        <translation>“{name}” không còn ở đó. Hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>“{name}” may not be read. Check its access rights, or choose another file.</source>
        <translation>Không có quyền đọc “{name}”. Hãy kiểm tra quyền truy cập hoặc chọn tệp khác.</translation>
    </message>
    <message>
        <source>“{name}” could not be read. Check the drive that it is on, and try again.</source>
        <translation>Không đọc được “{name}”. Hãy kiểm tra ổ đĩa chứa tệp rồi thử lại.</translation>
    </message>
    <message>
        <source>“{name}” is not a file. Choose a file.</source>
        <translation>“{name}” không phải là tệp. Hãy chọn một tệp.</translation>
    </message>
    <message>
        <source>“{name}” is empty. Choose another file.</source>
        <translation>“{name}” là tệp rỗng. Hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture that can be used. Choose a JPEG, PNG, WebP or HEIC picture, or an MP4 video to take a frame of.</source>
        <translation>“{name}” không phải là ảnh dùng được. Hãy chọn ảnh JPEG, PNG, WebP hoặc HEIC, hoặc video MP4 để lấy một khung hình.</translation>
    </message>
    <message>
        <source>“{name}” is not a video that can be used. Choose an MP4 or MOV video.</source>
        <translation>“{name}” không phải là video dùng được. Hãy chọn video MP4 hoặc MOV.</translation>
    </message>
    <message>
        <source>“{name}” is not a sound that can be used. Choose an MP3, WAV or M4A file.</source>
        <translation>“{name}” không phải là âm thanh dùng được. Hãy chọn tệp MP3, WAV hoặc M4A.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or cut off. Save it anew, or choose another file.</source>
        <translation>“{name}” bị hỏng hoặc bị cắt cụt. Hãy lưu lại tệp hoặc chọn tệp khác.</translation>
    </message>
    <message>
        <source>“{name}” cannot be made small enough for this model. Choose another picture.</source>
        <translation>Không thể thu “{name}” đủ nhỏ cho mô hình này. Hãy chọn ảnh khác.</translation>
    </message>
    <message>
        <source>“{name}” may say where it was taken, and that cannot be removed. Save it anew, then try again.</source>
        <translation>“{name}” có thể chứa nơi quay và thông tin đó không gỡ ra được. Hãy lưu lại thành tệp mới rồi thử lại.</translation>
    </message>
    <message>
        <source>“{name}” could not be examined. Save it in another format, then try again.</source>
        <translation>Không kiểm tra được “{name}”. Hãy lưu sang định dạng khác rồi thử lại.</translation>
    </message>
    <message>
        <source>“{name}” cannot be used. Choose another file.</source>
        <translation>Không dùng được “{name}”. Hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>“{name}” is too large ({size}); at most {most_bytes} can be used.</source>
        <translation>“{name}” quá lớn ({size}); tối đa chỉ dùng được {most_bytes}.</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels ({width} × {height}). Make the picture smaller, then try again.</source>
        <translation>“{name}” có quá nhiều điểm ảnh ({width} × {height}). Hãy thu nhỏ ảnh rồi thử lại.</translation>
    </message>
    <message>
        <source>A file that goes into this video is no longer in the library. Choose it again.</source>
        <translation>Một tệp dùng cho video này không còn trong thư viện. Hãy chọn lại tệp đó.</translation>
    </message>
    <message>
        <source>This file cannot go into the video.</source>
        <translation>Không thể đưa tệp này vào video.</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>nhà cung cấp</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>Fetching %n videos first: they are not on this machine…</source>
        <translation>
            <numerusform>Đang tải %n video về trước: tệp không có trên máy…</numerusform>
        </translation>
    </message>
    <message>
        <source>Prompt copied.</source>
        <translation>Đã chép mô tả.</translation>
    </message>
    <message numerus="yes">
        <source>%n videos copied. Paste into CapCut, Zalo or a folder.</source>
        <translation>
            <numerusform>Đã chép %n video. Dán vào CapCut, Zalo hoặc một thư mục.</numerusform>
        </translation>
    </message>
    <message>
        <source>Old town by lantern light</source>
        <translation>Phố cổ lên đèn</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Tên tệp</translation>
    </message>
    <message>
        <source>Insert {field}</source>
        <translation>Chèn {field}</translation>
    </message>
    <message>
        <source>For example: {name}</source>
        <translation>Ví dụ: {name}</translation>
    </message>
    <message>
        <source>Where to save your videos?</source>
        <translation>Lưu video vào đâu?</translation>
    </message>
    <message>
        <source>From the next time on, one click saves a video there.</source>
        <translation>Từ lần sau, chỉ một lần bấm là video vào thẳng thư mục này.</translation>
    </message>
    <message>
        <source>The folder “{name}” is not there now.</source>
        <translation>Hiện không thấy thư mục “{name}”.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Trim and export</source>
        <translation>Cắt và xuất</translation>
    </message>
    <message>
        <source>Join and export</source>
        <translation>Ghép và xuất</translation>
    </message>
    <message>
        <source>Clips in their order</source>
        <translation>Các video theo thứ tự</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Lên trước</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Ra sau</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ ra</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Goes to: {folder}</source>
        <translation>Lưu vào: {folder}</translation>
    </message>
    <message>
        <source>Make the folder</source>
        <translation>Tạo thư mục</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất video</translation>
    </message>
    <message numerus="yes">
        <source>%n clips · {length}</source>
        <translation>
            <numerusform>%n video · {length}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Join %n clips</source>
        <translation>
            <numerusform>Ghép %n video</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>No browser opened. The page is: %1</source>
        <translation>Không mở được trình duyệt. Địa chỉ trang: %1</translation>
    </message>
    <message>
        <source>%1 opens: choose a chat there and paste (Ctrl+V), the video is copied.</source>
        <translation>%1 đang mở: chọn cuộc trò chuyện rồi dán (Ctrl+V), video đã nằm trong bảng tạm.</translation>
    </message>
    <message>
        <source>%1 opens: drag the file from its folder there, then paste the prompt.</source>
        <translation>%1 đang mở: kéo tệp từ thư mục vừa hiện vào trang rồi dán mô tả, mô tả đã nằm trong bảng tạm.</translation>
    </message>
    <message>
        <source>%1 opens: drag the file from its folder there.</source>
        <translation>%1 đang mở: kéo tệp từ thư mục vừa hiện vào trang.</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Hủy xuất</translation>
    </message>
    <message>
        <source>The export begins…</source>
        <translation>Bắt đầu xuất…</translation>
    </message>
    <message>
        <source>Putting clips together</source>
        <translation>Đang ghép các video</translation>
    </message>
    <message>
        <source>Listening to the sound</source>
        <translation>Đang đo âm lượng</translation>
    </message>
    <message>
        <source>Making the video</source>
        <translation>Đang tạo tệp video</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dùng cho</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>Folder for CapCut, Premiere</source>
        <translation>Thư mục cho CapCut, Premiere</translation>
    </message>
    <message>
        <source>Clips of the same kind stay as sharp as they are</source>
        <translation>Các video cùng loại giữ nguyên độ nét</translation>
    </message>
    <message>
        <source>Cut or of several shapes: the video is made anew, which takes longer</source>
        <translation>Có cắt hoặc khác tỉ lệ: video được tạo lại, lâu hơn</translation>
    </message>
    <message>
        <source>Numbered clips and their order (FCPXML, EDL)</source>
        <translation>Video đánh số kèm thứ tự (FCPXML, EDL)</translation>
    </message>
    <message>
        <source>Beside a picture of another shape</source>
        <translation>Nền khi khác tỉ lệ</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Làm mờ</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Đen</translation>
    </message>
    <message>
        <source>Level the sound</source>
        <translation>Cân âm lượng</translation>
    </message>
    <message>
        <source>As loud as other videos there, no clip louder than the next</source>
        <translation>To vừa như các video trên đó, không đoạn nào to hơn hẳn</translation>
    </message>
    <message>
        <source>Leave the prompt out</source>
        <translation>Bỏ mô tả</translation>
    </message>
    <message>
        <source>The file does not say what was asked for</source>
        <translation>Tệp xuất ra không mang theo mô tả</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>Dưới %1</translation>
    </message>
    <message>
        <source>Copy the file</source>
        <translation>Chép tệp</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Đã xuất vào %1</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Phát</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Lùi một khung hình</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>Tiến một khung hình</translation>
    </message>
    <message>
        <source>Set start</source>
        <translation>Đặt điểm đầu</translation>
    </message>
    <message>
        <source>Set end</source>
        <translation>Đặt điểm cuối</translation>
    </message>
    <message>
        <source>What is taken of the clip</source>
        <translation>Phần lấy của video</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} đến {end}</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Where clips are saved</source>
        <translation>Nơi lưu video</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Use the default folder</source>
        <translation>Dùng thư mục mặc định</translation>
    </message>
    <message>
        <source>CDN only</source>
        <translation>Không lưu video trên máy</translation>
    </message>
    <message>
        <source>Keeps no copy of your own: clips live in a bounded cache and are fetched again.</source>
        <translation>Không giữ bản sao riêng: video nằm trong bộ nhớ đệm có giới hạn, tải lại khi cần.</translation>
    </message>
    <message>
        <source>Links expire: what you paid for can be lost.</source>
        <translation>Liên kết tải sẽ hết hạn: video bạn đã trả tiền có thể bị mất.</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>Useful with a report; keys and private links are never written there.</source>
        <translation>Hữu ích khi báo lỗi; khóa API và liên kết riêng không bao giờ được ghi vào đây.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Choose where clips are saved</source>
        <translation>Chọn nơi lưu video</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search in prompts</source>
        <translation>Tìm theo mô tả</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Mọi loại</translation>
    </message>
    <message>
        <source>Kind of movement</source>
        <translation>Loại giao dịch</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Khoảng thời gian</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Mọi lúc</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 ngày qua</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 ngày qua</translation>
    </message>
    <message>
        <source>Choose days…</source>
        <translation>Chọn ngày…</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>Use this frame</source>
        <translation>Dùng khung hình này</translation>
    </message>
    <message>
        <source>Continue from the last frame</source>
        <translation>Tiếp tục từ khung hình cuối</translation>
    </message>
    <message>
        <source>As: {place}</source>
        <translation>Dùng làm: {place}</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Nối dài</translation>
    </message>
    <message>
        <source>Raise the resolution</source>
        <translation>Nâng độ phân giải</translation>
    </message>
    <message>
        <source>{old} is no longer offered; {new} takes its place.</source>
        <translation>{old} không còn được cung cấp; dùng {new} thay thế.</translation>
    </message>
    <message>
        <source>{old} is not offered here; {new} comes nearest to it.</source>
        <translation>Ở đây không có {old}; gần nhất là {new}.</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Mark as new</source>
        <translation>Đánh dấu là mới</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Bỏ yêu thích</translation>
    </message>
    <message>
        <source>Cancel saving</source>
        <translation>Hủy lưu</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Phát</translation>
    </message>
    <message>
        <source>Open viewer</source>
        <translation>Mở trình xem</translation>
    </message>
    <message>
        <source>Clear it up…</source>
        <translation>Làm rõ…</translation>
    </message>
    <message>
        <source>Fetch the video again</source>
        <translation>Lấy lại video</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save to a folder…</source>
        <translation>Lưu ra thư mục…</translation>
    </message>
    <message>
        <source>Copy video</source>
        <translation>Chép video</translation>
    </message>
    <message>
        <source>Trim and export…</source>
        <translation>Cắt và xuất…</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Chia sẻ…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Yêu thích</translation>
    </message>
    <message>
        <source>Add to collection…</source>
        <translation>Thêm vào bộ sưu tập…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Mark as watched</source>
        <translation>Đánh dấu đã xem</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>So sánh cạnh nhau</translation>
    </message>
    <message>
        <source>Open in another player</source>
        <translation>Mở bằng trình phát khác</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mở thư mục chứa video</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Hủy, không gửi</translation>
    </message>
    <message>
        <source>Continue from the last frame</source>
        <translation>Tiếp tục từ khung hình cuối</translation>
    </message>
    <message>
        <source>Edit and try again</source>
        <translation>Sửa và thử lại</translation>
    </message>
    <message>
        <source>Reuse prompt</source>
        <translation>Dùng lại mô tả</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <translation>Chép mô tả</translation>
    </message>
    <message>
        <source>Delete video</source>
        <translation>Xóa video</translation>
    </message>
    <message numerus="yes">
        <source>Save %n videos</source>
        <translation>
            <numerusform>Lưu %n video</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n videos to a folder…</source>
        <translation>
            <numerusform>Lưu %n video ra thư mục…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Join %n videos…</source>
        <translation>
            <numerusform>Ghép %n video…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n videos</source>
        <translation>
            <numerusform>Chép %n video</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename %n videos</source>
        <translation>
            <numerusform>Đổi tên %n video</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n prompts</source>
        <translation>
            <numerusform>Chép %n mô tả</numerusform>
        </translation>
    </message>
    <message>
        <source>Playback position</source>
        <translation>Vị trí phát</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Thao tác khác</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Bật tiếng</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Tắt tiếng</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Chờ xử lý</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Thất bại</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Chưa rõ</translation>
    </message>
    <message>
        <source>No prompt</source>
        <translation>Không có mô tả</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Dọc</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Vuông</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Ngang</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>Vừa tạo</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n phút trước</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n giờ trước</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n ngày trước</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: a file of the request is no longer there as it was chosen.</source>
        <translation>Không gửi được yêu cầu: một tệp không còn như lúc được chọn.</translation>
    </message>
    <message>
        <source>Not sent: {vendor} does not take a file of the request.</source>
        <translation>Không gửi được yêu cầu: {vendor} không nhận một tệp đi kèm.</translation>
    </message>
    <message>
        <source>Not sent: {vendor} rejected the API key when a file was uploaded.</source>
        <translation>Không gửi được yêu cầu: {vendor} từ chối khóa API khi tải tệp lên.</translation>
    </message>
    <message>
        <source>Not sent: {vendor} takes no more files for now. Try again in a while.</source>
        <translation>Không gửi được yêu cầu: {vendor} tạm thời không nhận thêm tệp. Hãy thử lại sau ít phút.</translation>
    </message>
    <message>
        <source>Not sent: the proxy let no file through. See Network in the settings.</source>
        <translation>Không gửi được yêu cầu: proxy không cho tải tệp lên. Hãy xem lại mục Mạng trong Cài đặt.</translation>
    </message>
    <message>
        <source>Not sent: a file could not be uploaded, {vendor}&apos;s server does not answer.</source>
        <translation>Không gửi được yêu cầu: không tải được tệp lên vì máy chủ của {vendor} không trả lời.</translation>
    </message>
    <message>
        <source>Not sent: a file was uploaded, and {vendor}&apos;s answer made no sense.</source>
        <translation>Không gửi được yêu cầu: đã tải tệp lên nhưng không đọc được câu trả lời của {vendor}.</translation>
    </message>
    <message>
        <source>You cancelled this video before it was sent.</source>
        <translation>Bạn đã hủy video này trước khi gửi.</translation>
    </message>
    <message>
        <source>It is not clear whether the request arrived.</source>
        <translation>Không rõ yêu cầu đã đến nơi hay chưa.</translation>
    </message>
    <message>
        <source>{vendor} no longer has a record of it.</source>
        <translation>{vendor} không còn lưu thông tin về video này.</translation>
    </message>
    <message>
        <source>Not sent: the proxy let nothing through. See Network in the settings.</source>
        <translation>Không gửi được yêu cầu: proxy không cho đi qua. Hãy xem lại mục Mạng trong Cài đặt.</translation>
    </message>
    <message>
        <source>{vendor}&apos;s content filter refused the prompt.</source>
        <translation>{vendor} từ chối mô tả này vì vi phạm nội dung.</translation>
    </message>
    <message>
        <source>This model only takes prompts in English.</source>
        <translation>Mô hình này chỉ nhận mô tả bằng tiếng Anh.</translation>
    </message>
    <message>
        <source>It took {vendor} too long.</source>
        <translation>{vendor} xử lý quá lâu nên đã dừng lại.</translation>
    </message>
    <message>
        <source>{vendor} was too busy.</source>
        <translation>{vendor} đang quá tải.</translation>
    </message>
    <message>
        <source>{vendor} was under maintenance.</source>
        <translation>{vendor} đang bảo trì.</translation>
    </message>
    <message>
        <source>{vendor} could not fetch a file that was uploaded for it.</source>
        <translation>{vendor} không lấy được tệp đã tải lên cho yêu cầu này.</translation>
    </message>
    <message>
        <source>The account at {vendor} is out of credits.</source>
        <translation>Tài khoản ở {vendor} không đủ credits.</translation>
    </message>
    <message>
        <source>{vendor} refused the request.</source>
        <translation>{vendor} từ chối yêu cầu.</translation>
    </message>
    <message>
        <source>Not sent: {vendor} could not be reached.</source>
        <translation>Không kết nối được với {vendor}.</translation>
    </message>
    <message>
        <source>{vendor} reported success but delivered no video.</source>
        <translation>{vendor} báo hoàn thành nhưng không trả về video.</translation>
    </message>
    <message>
        <source>You marked this video as failed.</source>
        <translation>Bạn đã đánh dấu video này là thất bại.</translation>
    </message>
    <message>
        <source>{vendor} could not make the video.</source>
        <translation>{vendor} không tạo được video.</translation>
    </message>
    <message>
        <source>Reported by {vendor}: {amount}</source>
        <translation>{vendor} báo: {amount}</translation>
    </message>
    <message>
        <source>Credits may have been charged.</source>
        <translation>Có thể đã bị trừ credits.</translation>
    </message>
    <message>
        <source>No credits were charged.</source>
        <translation>Không mất credits.</translation>
    </message>
    <message>
        <source>Credits were charged.</source>
        <translation>Bạn đã trả credits cho video này.</translation>
    </message>
    <message>
        <source>Whether it was charged cannot be read at the moment.</source>
        <translation>Hiện chưa đọc được có bị trừ credits hay không.</translation>
    </message>
    <message>
        <source>Your credits were refunded.</source>
        <translation>Đã hoàn lại credits.</translation>
    </message>
    <message>
        <source>No API key</source>
        <translation>Chưa có khóa API</translation>
    </message>
    <message>
        <source>API key rejected</source>
        <translation>Khóa API bị từ chối</translation>
    </message>
    <message>
        <source>{vendor} asks to wait</source>
        <translation>{vendor} yêu cầu chờ</translation>
    </message>
    <message>
        <source>{vendor} has problems</source>
        <translation>{vendor} đang gặp sự cố</translation>
    </message>
    <message>
        <source>No connection to {vendor}</source>
        <translation>Không kết nối được với {vendor}</translation>
    </message>
    <message>
        <source>Its state cannot be read</source>
        <translation>Chưa đọc được trạng thái</translation>
    </message>
    <message>
        <source>The library cannot be written yet. Trying again…</source>
        <translation>Chưa ghi được vào thư viện. Đang thử lại…</translation>
    </message>
    <message>
        <source>{vendor} took it; the library cannot be written yet. Trying again…</source>
        <translation>{vendor} đã nhận video, nhưng chưa ghi được vào thư viện. Đang thử lại…</translation>
    </message>
    <message>
        <source>%1 · longer than usual</source>
        <translation>%1 · lâu hơn thường lệ</translation>
    </message>
    <message>
        <source>%1 · less than a minute left</source>
        <translation>%1 · còn chưa đến một phút</translation>
    </message>
    <message numerus="yes">
        <source>%1 · about %n min left</source>
        <translation>
            <numerusform>%1 · còn khoảng %n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>Chưa có trên máy</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Đang tải về</translation>
    </message>
    <message>
        <source>Saving a copy…</source>
        <translation>Đang lưu ra thư mục…</translation>
    </message>
    <message>
        <source>Plays in another player only</source>
        <translation>Chỉ xem được bằng trình phát khác</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>{vendor} no longer has this video</source>
        <translation>{vendor} không còn giữ video này</translation>
    </message>
    <message>
        <source>The proxy lets no video through</source>
        <translation>Proxy không cho tải video về</translation>
    </message>
    <message>
        <source>The file&apos;s address is in a private network</source>
        <translation>Địa chỉ của tệp nằm trong mạng nội bộ</translation>
    </message>
    <message>
        <source>The disk is full: comes once there is space</source>
        <translation>Hết chỗ trên ổ đĩa: có chỗ trống sẽ tự tải</translation>
    </message>
    <message>
        <source>The video could not be downloaded yet</source>
        <translation>Chưa tải được video về máy</translation>
    </message>
    <message>
        <source>Downloading the video…</source>
        <translation>Đang tải video về máy…</translation>
    </message>
    <message>
        <source>The proxy, or a proxy program on this computer, lets nothing through to the server that has the file. It is tried again by itself; see Network in the settings.</source>
        <translation>Proxy, hoặc phần mềm proxy trên máy này, không cho kết nối tới máy chủ giữ tệp. VideoGen sẽ tự thử lại; hãy xem mục Mạng trong Cài đặt.</translation>
    </message>
    <message>
        <source>Addresses inside your own network are never opened. If a proxy program answers for names itself (fake-IP), set its range to 198.18.0.0/15.</source>
        <translation>VideoGen không bao giờ mở địa chỉ trong mạng nội bộ. Nếu phần mềm proxy của bạn dùng fake-IP, hãy đặt dải địa chỉ của nó là 198.18.0.0/15.</translation>
    </message>
    <message>
        <source>Not heard of since {time}: {why}</source>
        <translation>Chưa hỏi lại được từ {time}: {why}</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation>Đang tải về %1</translation>
    </message>
    <message>
        <source>Downloaded %1</source>
        <translation>Đã tải %1</translation>
    </message>
    <message>
        <source>This computer has no video playback.</source>
        <translation>Máy này thiếu thành phần phát video.</translation>
    </message>
    <message>
        <source>This format cannot be played here.</source>
        <translation>Không phát được định dạng này tại đây.</translation>
    </message>
    <message>
        <source>The video file is missing.</source>
        <translation>Không tìm thấy tệp video.</translation>
    </message>
    <message>
        <source>The video cannot be played.</source>
        <translation>Không phát được video.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
    <message>
        <source>Video gallery</source>
        <translation>Thư viện video</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n videos</source>
        <translation>
            <numerusform>Xóa %n video</numerusform>
        </translation>
    </message>
    <message>
        <source>Has likely expired at {vendor}</source>
        <translation>Có lẽ đã hết hạn ở {vendor}</translation>
    </message>
    <message numerus="yes">
        <source>{vendor} keeps it for about %n days</source>
        <translation>
            <numerusform>{vendor} còn giữ khoảng %n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{vendor} keeps it for about %n hours</source>
        <translation>
            <numerusform>{vendor} còn giữ khoảng %n giờ</numerusform>
        </translation>
    </message>
    <message>
        <source>{vendor} keeps it for less than an hour</source>
        <translation>{vendor} còn giữ chưa đến một giờ</translation>
    </message>
    <message>
        <source>Date unknown</source>
        <translation>Không rõ ngày</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
    <message>
        <source>dddd, MMMM d</source>
        <comment>date format</comment>
        <translation>dddd, d MMMM</translation>
    </message>
    <message>
        <source>dddd, MMMM d, yyyy</source>
        <comment>date format</comment>
        <translation>dddd, d MMMM, yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n video</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n takes</source>
        <translation>
            <numerusform>%n bản</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being made</source>
        <translation>
            <numerusform>%n đang tạo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n thất bại</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close the stack of %n takes</source>
        <translation>
            <numerusform>Gộp lại %n bản</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n takes</source>
        <translation>
            <numerusform>Mở cả %n bản</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %n takes</source>
        <translation>
            <numerusform>Chọn cả %n bản</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare all %n takes</source>
        <translation>
            <numerusform>So sánh %n bản</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Chung</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Preview under the pointer</source>
        <translation>Xem trước khi rê chuột</translation>
    </message>
    <message>
        <source>Moving over a card runs through the pictures of its video.</source>
        <translation>Rê chuột trên thẻ để lướt nhanh qua các khung hình của video.</translation>
    </message>
    <message>
        <source>Notify when a video ends</source>
        <translation>Thông báo khi video xong</translation>
    </message>
    <message>
        <source>Only while the window is not in front.</source>
        <translation>Chỉ báo khi cửa sổ VideoGen không ở phía trước.</translation>
    </message>
    <message>
        <source>Tell me about new versions</source>
        <translation>Báo khi có bản mới</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>Bản mới</translation>
    </message>
    <message>
        <source>{packager} keeps VideoGen up to date on this computer.</source>
        <translation>Trên máy này, {packager} lo việc cập nhật VideoGen.</translation>
    </message>
</context>
<context>
    <name>GenerateButton</name>
    <message>
        <source>Price: {source}, {day}</source>
        <translation>Giá: {source}, {day}</translation>
    </message>
    <message>
        <source>Left afterwards: {credits}</source>
        <translation>Còn lại sau lần này: {credits}</translation>
    </message>
    <message>
        <source>{takes} × {price} = {sum}</source>
        <translation>{takes} × {price} = {sum}</translation>
    </message>
    <message>
        <source>Since {day} another price is published: the next charge settles it.</source>
        <translation>Từ {day}, giá công bố đã khác: lần trừ credits tới sẽ cho biết giá nào đúng.</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>giá chưa rõ</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Đang gửi…</translation>
    </message>
    <message numerus="yes">
        <source>Create %n videos</source>
        <translation>
            <numerusform>Tạo %n video</numerusform>
        </translation>
    </message>
    <message>
        <source>Create video</source>
        <translation>Tạo video</translation>
    </message>
    <message>
        <source>{action} · {price}</source>
        <translation>{action} · {price}</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>Hướng dẫn sử dụng</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Mục lục</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Play money</source>
        <translation>Tiền ảo</translation>
    </message>
    <message>
        <source>This is the sandbox: its credits are not real and nothing costs anything.</source>
        <translation>Đây là ví thử nghiệm: credits không có thật và bạn không tốn đồng nào.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
</context>
<context>
    <name>HeaderMenu</name>
    <message>
        <source>More actions</source>
        <translation>Thao tác khác</translation>
    </message>
    <message>
        <source>Find videos by their task ids…</source>
        <translation>Tìm lại video theo mã tác vụ…</translation>
    </message>
    <message>
        <source>Import videos from a folder…</source>
        <translation>Nhập video từ thư mục…</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>Thống kê…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Phím tắt…</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Hướng dẫn sử dụng</translation>
    </message>
    <message>
        <source>About VideoGen</source>
        <translation>Giới thiệu VideoGen</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Recover…</source>
        <translation>Khôi phục…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Diagnosis…</source>
        <translation>Gói chẩn đoán…</translation>
    </message>
    <message>
        <source>The library could not be opened</source>
        <translation>Không mở được thư viện</translation>
    </message>
    <message>
        <source>Nothing was changed: your videos and credits are as they were.</source>
        <translation>Chưa có gì bị thay đổi: video và credits của bạn vẫn nguyên vẹn.</translation>
    </message>
    <message>
        <source>The library is in use</source>
        <translation>Thư viện đang được dùng</translation>
    </message>
    <message>
        <source>Another program is at work on this library, usually a videogen command.</source>
        <translation>Một chương trình khác đang làm việc với thư viện này, thường là lệnh videogen.</translation>
    </message>
    <message>
        <source>Nothing is lost. This window opens the library as soon as that one is done.</source>
        <translation>Không có gì bị mất. Cửa sổ này sẽ tự mở thư viện ngay khi chương trình đó xong việc.</translation>
    </message>
    <message>
        <source>A newer version of VideoGen wrote this library; this one cannot read it.</source>
        <translation>Thư viện này do một phiên bản VideoGen mới hơn ghi, phiên bản đang chạy không đọc được.</translation>
    </message>
    <message>
        <source>The library was not touched. Install the newer version and open it again.</source>
        <translation>Thư viện vẫn nguyên vẹn. Hãy cài phiên bản mới hơn rồi mở lại.</translation>
    </message>
    <message>
        <source>The library&apos;s file is not in its place, but there are backups of it.</source>
        <translation>Không thấy tệp thư viện ở chỗ của nó, nhưng vẫn còn bản sao lưu.</translation>
    </message>
    <message>
        <source>The library&apos;s file is damaged, so VideoGen writes nothing into it.</source>
        <translation>Tệp thư viện bị hỏng, nên VideoGen không ghi gì thêm vào đó.</translation>
    </message>
    <message>
        <source>The clips that were downloaded are still on the disk, and nothing was deleted.</source>
        <translation>Các video đã tải về vẫn nằm trên đĩa, và chưa có gì bị xóa.</translation>
    </message>
    <message>
        <source>There is no good backup, but what can still be read can be saved.</source>
        <translation>Không có bản sao lưu tốt, nhưng có thể cứu những gì còn đọc được.</translation>
    </message>
    <message>
        <source>The newest good backup: {moment}.</source>
        <translation>Bản sao lưu tốt gần nhất: {moment}.</translation>
    </message>
    <message>
        <source>The rules inside the library were changed: its money can no longer be trusted.</source>
        <translation>Các quy tắc bên trong thư viện đã bị thay đổi, nên số liệu về tiền không còn đáng tin.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>Không nhập</translation>
    </message>
    <message>
        <source>Import videos from a folder</source>
        <translation>Nhập video từ thư mục</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Import videos</source>
        <translation>Nhập video</translation>
    </message>
    <message>
        <source>Drop it to get this video&apos;s request back</source>
        <translation>Thả vào đây để dùng lại mô tả của video này</translation>
    </message>
    <message>
        <source>Drop them to import them into the library</source>
        <translation>Thả vào đây để nhập các video vào thư viện</translation>
    </message>
    <message>
        <source>Drop it to use it for the next video</source>
        <translation>Thả vào đây để dùng cho video tiếp theo</translation>
    </message>
    <message>
        <source>Drop it to make a video of each of its rows</source>
        <translation>Thả vào đây để tạo một video cho mỗi dòng</translation>
    </message>
    <message>
        <source>VideoGen takes only videos, folders of them, pictures, sounds and tables</source>
        <translation>VideoGen chỉ nhận video, thư mục chứa video, ảnh, âm thanh và tệp bảng</translation>
    </message>
    <message>
        <source>The request of “{file}” is back in the form.</source>
        <translation>Đã lấy lại mô tả từ “{file}”.</translation>
    </message>
    <message>
        <source>This wallet does not offer {model}: choose another model.</source>
        <translation>Ví đang dùng không có mô hình {model}, hãy chọn mô hình khác.</translation>
    </message>
    <message>
        <source>“{file}” does not say how it was made, so there is no request to get back.</source>
        <translation>“{file}” không ghi lại cách nó được tạo, nên không có mô tả để lấy lại.</translation>
    </message>
    <message>
        <source>“{file}” is no video that plays.</source>
        <translation>“{file}” không phải là video phát được.</translation>
    </message>
    <message>
        <source>Add to the library</source>
        <translation>Thêm vào thư viện</translation>
    </message>
    <message>
        <source>Show the video</source>
        <translation>Xem video</translation>
    </message>
    <message>
        <source>Import the videos of the folder “{folder}”?</source>
        <translation>Nhập các video trong thư mục “{folder}” vào thư viện?</translation>
    </message>
    <message>
        <source>Import the videos in what you dropped?</source>
        <translation>Nhập các video bạn vừa thả?</translation>
    </message>
    <message numerus="yes">
        <source>Import %n videos?</source>
        <translation>
            <numerusform>Nhập %n video vào thư viện?</numerusform>
        </translation>
    </message>
    <message>
        <source>The files stay where they are, and it costs nothing. What the library has already does not come in again.</source>
        <translation>Tệp vẫn nằm ở chỗ cũ và không tốn credits. Video đã có trong thư viện sẽ không bị thêm lần nữa.</translation>
    </message>
    <message>
        <source>Looking for videos…</source>
        <translation>Đang tìm video…</translation>
    </message>
    <message>
        <source>{done} of {total} files looked at</source>
        <translation>Đã xem {done} / {total} tệp</translation>
    </message>
    <message>
        <source>You may close this; the import goes on.</source>
        <translation>Bạn có thể đóng cửa sổ này; việc nhập vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>What was imported stays in the library.</source>
        <translation>Những video đã nhập vẫn ở trong thư viện.</translation>
    </message>
    <message>
        <source>There is no video here.</source>
        <translation>Không có video nào ở đây.</translation>
    </message>
    <message>
        <source>Stopped before anything was imported.</source>
        <translation>Đã dừng trước khi có video nào được nhập.</translation>
    </message>
    <message>
        <source>There was nothing new to import.</source>
        <translation>Không có video mới để nhập.</translation>
    </message>
    <message numerus="yes">
        <source>%n videos imported.</source>
        <translation>
            <numerusform>Đã nhập %n video vào thư viện.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n files were not looked at.</source>
        <translation>
            <numerusform>Đã dừng: còn %n tệp chưa xem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos of the library have their missing file again.</source>
        <translation>
            <numerusform>%n video trong thư viện đã có lại tệp bị thiếu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos were in the library.</source>
        <translation>
            <numerusform>%n video đã có sẵn trong thư viện.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos do not say how they were made and were left out.</source>
        <translation>
            <numerusform>%n video không ghi lại cách được tạo nên chưa được nhập.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are no videos that play.</source>
        <translation>
            <numerusform>%n tệp không phải là video phát được.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be read.</source>
        <translation>
            <numerusform>%n tệp không đọc được.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n more videos</source>
        <translation>
            <numerusform>Nhập thêm %n video</numerusform>
        </translation>
    </message>
    <message>
        <source>A video that says nothing of itself takes its file&apos;s name as its prompt.</source>
        <translation>Video không có thông tin sẽ lấy tên tệp làm mô tả.</translation>
    </message>
</context>
<context>
    <name>Inputs</name>
    <message>
        <source>Swap first and last frame</source>
        <translation>Đổi chỗ khung hình đầu và cuối</translation>
    </message>
    <message>
        <source>Add: {name}</source>
        <translation>Thêm: {name}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>Bỏ: {name}</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Chọn tệp khác…</translation>
    </message>
    <message>
        <source>Crop to the chosen aspect ratio</source>
        <translation>Cắt theo tỉ lệ đã chọn</translation>
    </message>
    <message>
        <source>Move to the front</source>
        <translation>Chuyển lên trước</translation>
    </message>
    <message>
        <source>Move to the back</source>
        <translation>Chuyển ra sau</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Đầu</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Cuối</translation>
    </message>
    <message>
        <source>{name}: made smaller for this model.</source>
        <translation>{name}: đã thu nhỏ cho vừa mô hình này.</translation>
    </message>
    <message>
        <source>{model} takes no such file. Choose another model, then add it again.</source>
        <translation>{model} không nhận loại tệp này. Hãy chọn mô hình khác rồi thêm lại.</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Trying the key…</source>
        <translation>Đang kiểm tra khóa…</translation>
    </message>
    <message>
        <source>Keeping the key. If the system asks to unlock its keyring, please do…</source>
        <translation>Đang lưu khóa. Nếu máy hỏi mật khẩu, hãy nhập để tiếp tục…</translation>
    </message>
    <message>
        <source>The key works. The account has {amount}.</source>
        <translation>Khóa hợp lệ. Tài khoản có {amount}.</translation>
    </message>
    <message>
        <source>The key is kept.</source>
        <translation>Đã lưu khóa.</translation>
    </message>
    <message>
        <source>Key kept for this run only, not stored.</source>
        <translation>Khóa chỉ được giữ cho lần chạy này, không lưu lại.</translation>
    </message>
    <message>
        <source>Key kept for this run only, not stored, ending in {ending}</source>
        <translation>Khóa chỉ được giữ cho lần chạy này, không lưu lại, kết thúc bằng {ending}</translation>
    </message>
    <message>
        <source>The key was not kept.</source>
        <translation>Khóa chưa được lưu.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dịch vụ</translation>
    </message>
    <message>
        <source>Paste your {vendor} API key</source>
        <translation>Dán khóa API {vendor} của bạn</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Khóa API</translation>
    </message>
    <message>
        <source>Get a key</source>
        <translation>Lấy khóa API</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>Địa chỉ API</translation>
    </message>
    <message>
        <source>Use another API address</source>
        <translation>Dùng địa chỉ API khác</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Tries the key with a call that is free</source>
        <translation>Kiểm tra khóa bằng một lần gọi miễn phí</translation>
    </message>
    <message>
        <source>Keep and use</source>
        <translation>Lưu và dùng</translation>
    </message>
</context>
<context>
    <name>KeyringChoice</name>
    <message>
        <source>The key works but is not kept. For this run only means: enter it again next time.</source>
        <translation>Khóa dùng được nhưng chưa được lưu. Giữ cho lần chạy này thì lần sau phải nhập lại.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Keep for this run only</source>
        <translation>Chỉ giữ cho lần chạy này</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>This computer has no system keyring that could hold the key.</source>
        <translation>Máy này không có nơi lưu mật khẩu để giữ khóa.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked and was not opened.</source>
        <translation>Nơi lưu mật khẩu của máy đang khóa và chưa được mở.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take the key.</source>
        <translation>Nơi lưu mật khẩu của máy không nhận khóa.</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>text</source>
        <translation>chữ</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>ảnh</translation>
    </message>
    <message>
        <source>first and last frame</source>
        <translation>khung hình đầu và cuối</translation>
    </message>
    <message>
        <source>references</source>
        <translation>tham chiếu</translation>
    </message>
    <message>
        <source>edit a video</source>
        <translation>sửa video</translation>
    </message>
    <message>
        <source>extend</source>
        <translation>nối dài</translation>
    </message>
    <message>
        <source>upscale</source>
        <translation>nâng độ phân giải</translation>
    </message>
    <message>
        <source>talking person</source>
        <translation>người nói</translation>
    </message>
    <message>
        <source>movement of another</source>
        <translation>theo chuyển động mẫu</translation>
    </message>
    <message>
        <source>lip sync</source>
        <translation>khớp môi</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Any shape</source>
        <translation>Mọi tỉ lệ</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>Mọi mô hình</translation>
    </message>
    <message>
        <source>Other days…</source>
        <translation>Khoảng ngày khác…</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Bộ lọc</translation>
    </message>
    <message>
        <source>Show beside the cards</source>
        <translation>Hiện bên cạnh các thẻ</translation>
    </message>
    <message>
        <source>No video fits</source>
        <translation>Không tìm thấy video nào</translation>
    </message>
    <message>
        <source>Try another word, or remove a filter.</source>
        <translation>Thử từ khóa khác hoặc bỏ bớt bộ lọc.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Xóa tìm kiếm và bộ lọc</translation>
    </message>
    <message>
        <source>Search prompts…</source>
        <translation>Tìm theo mô tả…</translation>
    </message>
    <message>
        <source>Search videos</source>
        <translation>Tìm video</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>All collections</source>
        <translation>Mọi bộ sưu tập</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Bộ sưu tập</translation>
    </message>
    <message>
        <source>Hide the collections</source>
        <translation>Ẩn bộ sưu tập</translation>
    </message>
    <message>
        <source>All videos</source>
        <translation>Mọi video</translation>
    </message>
    <message>
        <source>Rename collection…</source>
        <translation>Đổi tên bộ sưu tập…</translation>
    </message>
    <message>
        <source>Delete collection…</source>
        <translation>Xóa bộ sưu tập…</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Bỏ chọn</translation>
    </message>
    <message>
        <source>Cancel saving</source>
        <translation>Hủy lưu</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>Ghép…</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Bộ sưu tập</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Yêu thích</translation>
    </message>
    <message>
        <source>Size and shape of the cards</source>
        <translation>Cỡ và kiểu thẻ</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Sắp xếp</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Đang tạo</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Thất bại</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Chưa rõ</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Cũ nhất</translation>
    </message>
    <message>
        <source>Prompt A–Z</source>
        <translation>Theo mô tả A–Z</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Mới nhất</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Mọi lúc</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>%n ngày qua</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n video</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no videos yet</source>
        <translation>Thư viện chưa có video nào</translation>
    </message>
    <message numerus="yes">
        <source>%n videos selected</source>
        <translation>
            <numerusform>Đã chọn %n video</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving %1 of %2 videos · %3</source>
        <translation>Đang lưu %1/%2 video · %3</translation>
    </message>
    <message>
        <source>Take out of “%1”</source>
        <translation>Bỏ khỏi “%1”</translation>
    </message>
    <message>
        <source>Taken out of “%1”</source>
        <translation>Đã bỏ khỏi “%1”</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Bộ sưu tập mới…</translation>
    </message>
    <message>
        <source>Collection “%1” deleted</source>
        <translation>Đã xóa bộ sưu tập “%1”</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Bộ sưu tập mới</translation>
    </message>
    <message>
        <source>Rename collection</source>
        <translation>Đổi tên bộ sưu tập</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Name of the collection:</source>
        <translation>Tên bộ sưu tập:</translation>
    </message>
    <message>
        <source>Delete collection</source>
        <translation>Xóa bộ sưu tập</translation>
    </message>
    <message>
        <source>Delete the collection “%1”?</source>
        <translation>Xóa bộ sưu tập “%1”?</translation>
    </message>
    <message>
        <source>Its videos stay in the library.</source>
        <translation>Các video trong đó vẫn ở lại thư viện.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Tạo</translation>
    </message>
    <message>
        <source>Another collection has this name. Choose a different one:</source>
        <translation>Đã có bộ sưu tập tên này. Hãy chọn tên khác:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Added to “%1”</source>
        <translation>Đã thêm vào “%1”</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu ra thư mục</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Đã lưu vào %1</translation>
    </message>
    <message numerus="yes">
        <source>%n videos saved to %1</source>
        <translation>
            <numerusform>Đã lưu %n video vào %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved copies removed.</source>
        <translation>
            <numerusform>Đã bỏ %n bản vừa lưu.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 saved copies removed; what was changed since stays.</source>
        <translation>Đã bỏ %1 trong %2 bản vừa lưu; bản đã sửa thì giữ lại.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>The files go to the system&apos;s bin. Credits that were spent do not come back.</source>
        <translation>Tệp video sẽ vào thùng rác của máy. Credits đã dùng không được hoàn lại.</translation>
    </message>
    <message>
        <source>A video that is being made goes on and is charged all the same.</source>
        <translation>Video đang tạo vẫn chạy tiếp và vẫn tính credits.</translation>
    </message>
    <message>
        <source>Delete this video from the library?</source>
        <translation>Xóa video này khỏi thư viện?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n videos from the library?</source>
        <translation>
            <numerusform>Xóa %n video khỏi thư viện?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete video</source>
        <translation>Xóa video</translation>
    </message>
    <message>
        <source>Video deleted</source>
        <translation>Đã xóa video</translation>
    </message>
    <message numerus="yes">
        <source>%n videos deleted</source>
        <translation>
            <numerusform>Đã xóa %n video</numerusform>
        </translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Khoảng ngày</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Up to and including</source>
        <translation>Đến hết ngày</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Áp dụng</translation>
    </message>
    <message>
        <source>{needed} needed, {free} free in {folder}.</source>
        <translation>Cần {needed}, hiện còn {free} trong {folder}.</translation>
    </message>
    <message numerus="yes">
        <source>The disk is full: %n downloads wait and go on by themselves once there is space.</source>
        <translation>
            <numerusform>Ổ đĩa đầy: tạm dừng tải %n video, sẽ tự tải tiếp khi có chỗ trống.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is space again: the downloads go on.</source>
        <translation>Đã có chỗ trống: VideoGen tải tiếp.</translation>
    </message>
    <message>
        <source>The video is being fetched again…</source>
        <translation>Đang lấy lại video…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Card size</source>
        <translation>Cỡ thẻ</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Đúng tỉ lệ</translation>
    </message>
    <message>
        <source>Each card as its clip is</source>
        <translation>Mỗi thẻ theo đúng tỉ lệ của video</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Ô vuông</translation>
    </message>
    <message>
        <source>All cards alike, filled by their pictures</source>
        <translation>Các thẻ vuông đều nhau, hình lấp đầy thẻ</translation>
    </message>
    <message>
        <source>Go to a day…</source>
        <translation>Đi tới ngày…</translation>
    </message>
    <message>
        <source>Go to a day</source>
        <translation>Đi tới ngày</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message numerus="yes">
        <source>%n videos renamed</source>
        <translation>
            <numerusform>Đã đổi tên %n video</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the key…</source>
        <translation>Nhập khóa…</translation>
    </message>
    <message numerus="yes">
        <source>{why} since {time}. %n videos wait for it; they go on there.</source>
        <translation>
            <numerusform>{why} từ {time}. %n video đang chờ khóa; việc tạo vẫn tiếp tục.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{why} since {time}. %n videos go on there, and VideoGen asks again by itself.</source>
        <translation>
            <numerusform>{why} từ {time}. %n video vẫn đang được tạo, VideoGen sẽ tự hỏi lại.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>Credits a day</source>
        <translation>Credits mỗi ngày</translation>
    </message>
    <message>
        <source>Credits a month</source>
        <translation>Credits mỗi tháng</translation>
    </message>
    <message>
        <source>Videos at once</source>
        <translation>Video cùng lúc</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Không giới hạn</translation>
    </message>
    <message>
        <source>A video that would pass a limit is not sent, and costs nothing.</source>
        <translation>Video vượt giới hạn sẽ không được gửi và không mất credits.</translation>
    </message>
    <message>
        <source>Enter a number above 0, or nothing for no limit.</source>
        <translation>Hãy nhập một số lớn hơn 0, hoặc để trống nếu không muốn giới hạn.</translation>
    </message>
    <message>
        <source>Set spending limits…</source>
        <translation>Đặt giới hạn chi tiêu…</translation>
    </message>
    <message>
        <source>Fold away</source>
        <translation>Thu gọn</translation>
    </message>
    <message>
        <source>The limits set cannot be read: nothing is sent until you set them again.</source>
        <translation>Không đọc được giới hạn đã đặt: chưa gửi gì cho đến khi bạn đặt lại.</translation>
    </message>
    <message>
        <source>at most {amount} a day</source>
        <translation>tối đa {amount} mỗi ngày</translation>
    </message>
    <message>
        <source>at most {amount} a month</source>
        <translation>tối đa {amount} mỗi tháng</translation>
    </message>
    <message numerus="yes">
        <source>at most %n videos at once</source>
        <translation>
            <numerusform>tối đa %n video cùng lúc</numerusform>
        </translation>
    </message>
    <message>
        <source>No spending limits</source>
        <translation>Chưa đặt giới hạn chi tiêu</translation>
    </message>
    <message>
        <source>Limits: {limits}</source>
        <translation>Giới hạn: {limits}</translation>
    </message>
    <message>
        <source>Used today: {day}, this month: {month}.</source>
        <translation>Hôm nay đã dùng {day}, tháng này {month}.</translation>
    </message>
    <message numerus="yes">
        <source>%n videos are under way.</source>
        <translation>
            <numerusform>Đang tạo %n video.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show it</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Your video is being made. Please wait…</source>
        <translation>Video đang được tạo! Vui lòng đợi...</translation>
    </message>
    <message>
        <source>Change the limits…</source>
        <translation>Đổi giới hạn…</translation>
    </message>
    <message>
        <source>Buy more credits</source>
        <translation>Mua thêm credits</translation>
    </message>
    <message>
        <source>Rescue them…</source>
        <translation>Tìm lại…</translation>
    </message>
    <message>
        <source>The system could not open the file.</source>
        <translation>Hệ thống không mở được tệp này.</translation>
    </message>
</context>
<context>
    <name>ManyVideos</name>
    <message>
        <source>The results were saved as {file}</source>
        <translation>Đã lưu kết quả vào {file}</translation>
    </message>
    <message numerus="yes">
        <source>%n videos are being made.</source>
        <translation>
            <numerusform>%n video đang được tạo! Vui lòng đợi...</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Xem hàng đợi</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cắt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Quit VideoGen</source>
        <translation>Thoát VideoGen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>About VideoGen</source>
        <translation>Giới thiệu VideoGen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Cài đặt…</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Cửa sổ</translation>
    </message>
    <message>
        <source>Minimize</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Phóng to</translation>
    </message>
</context>
<context>
    <name>ModelControls</name>
    <message>
        <source>{model} does not have: {names}.</source>
        <translation>{model} không có: {names}.</translation>
    </message>
    <message>
        <source>From the video “{prompt}”</source>
        <translation>Từ video “{prompt}”</translation>
    </message>
    <message>
        <source>Make it fit</source>
        <translation>Sửa cho vừa</translation>
    </message>
    <message>
        <source>Crop “{name}” to {ratio}</source>
        <translation>Cắt “{name}” theo {ratio}</translation>
    </message>
    <message>
        <source>Still needed: {name}</source>
        <translation>Còn thiếu: {name}</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Nâng cao</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Search models…</source>
        <translation>Tìm mô hình…</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Tìm mô hình</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>No model is called so.</source>
        <translation>Không có mô hình nào như vậy.</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>giá chưa rõ</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>khoảng {time}</translation>
    </message>
    <message>
        <source>{percent} succeed</source>
        <translation>{percent} thành công</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>đã ngừng</translation>
    </message>
    <message>
        <source>ends soon</source>
        <translation>sắp ngừng</translation>
    </message>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
</context>
<context>
    <name>ModelSelector</name>
    <message>
        <source>Model: {title}</source>
        <translation>Mô hình: {title}</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>date unknown</source>
        <translation>ngày không rõ</translation>
    </message>
</context>
<context>
    <name>Most</name>
    <message>
        <source>The price is not known</source>
        <translation>Chưa rõ giá</translation>
    </message>
    <message>
        <source>Nobody knows yet what this costs. How many credits may be held for it at most?
What it really cost is settled in the end, and the rest comes back.</source>
        <translation>Chưa ai biết lựa chọn này giá bao nhiêu. Được giữ nhiều nhất bao nhiêu credits?
Cuối cùng chỉ trừ đúng số thực tế, phần còn lại được trả về.</translation>
    </message>
    <message>
        <source>Hold and create</source>
        <translation>Giữ và tạo video</translation>
    </message>
    <message>
        <source>Do not create</source>
        <translation>Không tạo</translation>
    </message>
</context>
<context>
    <name>MovementList</name>
    <message>
        <source>No movements yet.</source>
        <translation>Chưa có giao dịch nào.</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Extra CA file</source>
        <translation>Tệp chứng thư CA bổ sung</translation>
    </message>
    <message>
        <source>For networks with certificates of their own. Certificates are always checked.</source>
        <translation>Dành cho mạng dùng chứng thư riêng. Việc kiểm tra chứng thư không bao giờ bị tắt.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Mạng</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>All of VideoGen&apos;s connections use it. HTTP and SOCKS5 both work.</source>
        <translation>Mọi kết nối của VideoGen đi qua đây. Hỗ trợ HTTP và SOCKS5.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không dùng</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Tự nhập</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Địa chỉ proxy</translation>
    </message>
    <message>
        <source>Not a proxy address. Try http://host:8080 or socks5://127.0.0.1:1080</source>
        <translation>Địa chỉ proxy không đúng. Ví dụ: http://may-chu:8080 hoặc socks5://127.0.0.1:1080</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>Bỏ tệp này</translation>
    </message>
    <message>
        <source>The password goes into the system&apos;s keyring, not the settings file.</source>
        <translation>Mật khẩu được chuyển vào nơi lưu mật khẩu của máy, không nằm trong tệp cài đặt.</translation>
    </message>
    <message>
        <source>The password of this proxy is in the system&apos;s keyring.</source>
        <translation>Mật khẩu của proxy này nằm trong nơi lưu mật khẩu của máy.</translation>
    </message>
    <message>
        <source>The password of this proxy is kept for this run only.</source>
        <translation>Mật khẩu của proxy này chỉ được giữ cho lần chạy này.</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation>Chọn tệp chứng thư</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>Element</source>
        <translation>Chủ thể</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>Tỉ lệ</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Độ phân giải</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Chất lượng</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Mô tả</translation>
    </message>
    <message>
        <source>What must not appear</source>
        <translation>Không muốn thấy trong video</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed (số hạt giống)</translation>
    </message>
    <message>
        <source>Faithfulness to the description</source>
        <translation>Độ bám sát mô tả</translation>
    </message>
    <message>
        <source>Camera stands still</source>
        <translation>Giữ máy quay đứng yên</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Chế độ</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>Hình mờ (watermark)</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Khung hình đầu</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Khung hình cuối</translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation>Ảnh tham chiếu</translation>
    </message>
    <message>
        <source>Reference videos</source>
        <translation>Video tham chiếu</translation>
    </message>
    <message>
        <source>Reference sounds</source>
        <translation>Âm thanh tham chiếu</translation>
    </message>
    <message>
        <source>Source video</source>
        <translation>Video gốc</translation>
    </message>
    <message>
        <source>Source sound</source>
        <translation>Âm thanh gốc</translation>
    </message>
    <message>
        <source>Picture of a person</source>
        <translation>Ảnh nhân vật</translation>
    </message>
    <message>
        <source>A video that goes in</source>
        <translation>Video đưa vào</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Số lần tạo</translation>
    </message>
    <message>
        <source>Held at most</source>
        <translation>Giữ tối đa</translation>
    </message>
    <message>
        <source>The video that is continued</source>
        <translation>Video được nối tiếp</translation>
    </message>
    <message>
        <source>Rewrite the description</source>
        <translation>Tự viết lại mô tả</translation>
    </message>
    <message>
        <source>Safety check</source>
        <translation>Kiểm tra an toàn</translation>
    </message>
    <message>
        <source>Translate the description</source>
        <translation>Dịch mô tả</translation>
    </message>
    <message>
        <source>Check for adult content</source>
        <translation>Lọc nội dung người lớn</translation>
    </message>
    <message>
        <source>Elements (people, things)</source>
        <translation>Chủ thể (người, đồ vật)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Shots</source>
        <translation>Các cảnh</translation>
    </message>
    <message>
        <source>Several shots</source>
        <translation>Nhiều cảnh</translation>
    </message>
    <message>
        <source>Rather several shots</source>
        <translation>Ưu tiên nhiều cảnh</translation>
    </message>
    <message>
        <source>Shots of my own</source>
        <translation>Tự chia cảnh</translation>
    </message>
    <message>
        <source>Search the web</source>
        <translation>Tìm trên web</translation>
    </message>
    <message>
        <source>Also give the last frame</source>
        <translation>Kèm khung hình cuối</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>Định dạng tệp</translation>
    </message>
    <message>
        <source>Characters (ids)</source>
        <translation>Nhân vật (mã)</translation>
    </message>
    <message>
        <source>Voices (ids)</source>
        <translation>Giọng nói (mã)</translation>
    </message>
    <message>
        <source>Posture follows</source>
        <translation>Tư thế theo</translation>
    </message>
    <message>
        <source>Background from</source>
        <translation>Nền lấy từ</translation>
    </message>
    <message>
        <source>Sound of the source</source>
        <translation>Âm thanh của video gốc</translation>
    </message>
    <message>
        <source>Acceleration</source>
        <translation>Tăng tốc</translation>
    </message>
    <message>
        <source>Number of frames</source>
        <translation>Số khung hình</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Khung hình mỗi giây</translation>
    </message>
    <message>
        <source>Steps of computing</source>
        <translation>Số bước tính</translation>
    </message>
    <message>
        <source>Enlargement</source>
        <translation>Mức phóng to</translation>
    </message>
    <message>
        <source>Continue at second</source>
        <translation>Nối tiếp từ giây</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Tự động</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Bật</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Tắt</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n mục</numerusform>
        </translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} giây</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Tiêu chuẩn</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Chuyên nghiệp</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Thường</translation>
    </message>
    <message>
        <source>Playful</source>
        <translation>Vui nhộn</translation>
    </message>
    <message>
        <source>Daring</source>
        <translation>Táo bạo</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Gọn nhẹ</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Cơ bản</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Theo ảnh</translation>
    </message>
    <message>
        <source>The video</source>
        <translation>Theo video</translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>Describe the video you want to make…</source>
        <translation>Mô tả video bạn muốn tạo…</translation>
    </message>
    <message>
        <source>This model takes no description</source>
        <translation>Mô hình này không cần mô tả</translation>
    </message>
</context>
<context>
    <name>PromptLibraryDialog</name>
    <message>
        <source>Without a folder</source>
        <translation>Chưa có thư mục</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Every folder</source>
        <translation>Mọi thư mục</translation>
    </message>
    <message>
        <source>Library of descriptions</source>
        <translation>Kho mô tả</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Đã lưu</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Từ video trước</translation>
    </message>
    <message>
        <source>My styles</source>
        <translation>Phong cách của tôi</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Tìm…</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Mô tả</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Dùng</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Lưu vào kho</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Lưu thay đổi</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Rename the folder…</source>
        <translation>Đổi tên thư mục…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Nhập…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Nothing is kept here yet. “Keep this description” is at the wand.</source>
        <translation>Chưa có mô tả nào. Bấm hình đũa thần rồi chọn “Lưu mô tả này”.</translation>
    </message>
    <message>
        <source>No video was made of such a description yet.</source>
        <translation>Chưa có video nào từ mô tả như vậy.</translation>
    </message>
    <message>
        <source>No style of your own yet. Save one from the list of styles.</source>
        <translation>Bạn chưa có phong cách riêng. Hãy lưu từ danh sách phong cách.</translation>
    </message>
    <message>
        <source>Rename the folder</source>
        <translation>Đổi tên thư mục</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>PromptLibraryPresenter</name>
    <message>
        <source>Kept.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>It is kept already.</source>
        <translation>Mô tả này đã có trong kho.</translation>
    </message>
    <message>
        <source>There is another style of this name.</source>
        <translation>Đã có phong cách khác tên này.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Đã xóa.</translation>
    </message>
    <message>
        <source>Export styles and descriptions</source>
        <translation>Xuất phong cách và mô tả</translation>
    </message>
    <message>
        <source>Import styles and descriptions</source>
        <translation>Nhập phong cách và mô tả</translation>
    </message>
    <message numerus="yes">
        <source>%n were exported.</source>
        <translation>
            <numerusform>Đã xuất %n mục.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were imported.</source>
        <translation>
            <numerusform>Đã nhập %n mục.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file holds no styles and descriptions.</source>
        <translation>Tệp này không có phong cách hay mô tả nào.</translation>
    </message>
    <message>
        <source>The file could not be read or written.</source>
        <translation>Không đọc hoặc ghi được tệp.</translation>
    </message>
</context>
<context>
    <name>PromptsPresenter</name>
    <message>
        <source>Kept descriptions</source>
        <translation>Kho mô tả</translation>
    </message>
    <message>
        <source>Nothing is kept by these words yet.</source>
        <translation>Chưa có mô tả nào với những từ này.</translation>
    </message>
    <message>
        <source>Search kept and earlier descriptions…</source>
        <translation>Tìm mô tả đã lưu và đã dùng…</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Đã lưu</translation>
    </message>
    <message>
        <source>Earlier video</source>
        <translation>Từ video trước</translation>
    </message>
    <message>
        <source>The description was kept. Ctrl+Space finds it again.</source>
        <translation>Đã lưu mô tả. Nhấn Ctrl+Space để tìm lại.</translation>
    </message>
    <message>
        <source>This description is kept already.</source>
        <translation>Mô tả này đã được lưu rồi.</translation>
    </message>
    <message>
        <source>Write better</source>
        <translation>Viết hay hơn</translation>
    </message>
    <message>
        <source>Translate into English</source>
        <translation>Dịch sang tiếng Anh</translation>
    </message>
    <message>
        <source>Insert a kept description…</source>
        <translation>Chèn mô tả đã lưu…</translation>
    </message>
    <message>
        <source>Keep this description</source>
        <translation>Lưu mô tả này</translation>
    </message>
    <message>
        <source>Library of descriptions…</source>
        <translation>Kho mô tả…</translation>
    </message>
</context>
<context>
    <name>Rate</name>
    <message>
        <source>1 credit {worth}</source>
        <translation>1 credits {worth}</translation>
    </message>
    <message>
        <source>You paid</source>
        <translation>Bạn đã trả</translation>
    </message>
    <message>
        <source>for</source>
        <translation>cho</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>credits</translation>
    </message>
    <message>
        <source>Amount paid in dong</source>
        <translation>Số tiền đã trả (đồng)</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Không hiện</translation>
    </message>
    <message>
        <source>Credits bought</source>
        <translation>Số credits đã mua</translation>
    </message>
    <message>
        <source>Enter both amounts so that one credit is worth {least} to {most} ₫.</source>
        <translation>Hãy nhập số tiền và số credits sao cho 1 credits đáng giá từ {least} đến {most} ₫.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Find them by their ids…</source>
        <translation>Tìm lại theo mã…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>Mở thư viện</translation>
    </message>
    <message>
        <source>Recover…</source>
        <translation>Khôi phục…</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Recover the library</source>
        <translation>Khôi phục thư viện</translation>
    </message>
    <message>
        <source>The library and every backup are looked at…</source>
        <translation>Đang kiểm tra thư viện và từng bản sao lưu…</translation>
    </message>
    <message>
        <source>Being recovered. Should it be cut off, the old file is still as it was.</source>
        <translation>Đang khôi phục. Xin đừng tắt máy; nếu bị ngắt giữa chừng, tệp cũ vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>The library is sound: nothing to recover.</source>
        <translation>Thư viện vẫn tốt, không có gì cần khôi phục.</translation>
    </message>
    <message>
        <source>A newer version wrote this library. Install that version.</source>
        <translation>Một phiên bản mới hơn đã ghi thư viện này. Hãy cài phiên bản đó.</translation>
    </message>
    <message>
        <source>The library&apos;s file is missing. Choose how to go on.</source>
        <translation>Không thấy tệp thư viện. Hãy chọn cách khôi phục.</translation>
    </message>
    <message>
        <source>The library&apos;s file is damaged. Choose how to go on.</source>
        <translation>Tệp thư viện bị hỏng. Hãy chọn cách khôi phục.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the present file is kept as it is in a folder beside it, and clips that were downloaded stay where they are.</source>
        <translation>Không có gì bị xóa: tệp hiện tại được giữ nguyên trong một thư mục bên cạnh, còn các video đã tải về vẫn ở chỗ cũ.</translation>
    </message>
    <message>
        <source>There is no backup that can be used.</source>
        <translation>Không có bản sao lưu nào dùng được.</translation>
    </message>
    <message>
        <source>The backup of {moment}</source>
        <translation>Bản sao lưu {moment}</translation>
    </message>
    <message numerus="yes">
        <source>It has %n videos.</source>
        <translation>
            <numerusform>Có %n video.</numerusform>
        </translation>
    </message>
    <message>
        <source>Videos made after it will be missing.</source>
        <translation>Những video tạo sau thời điểm đó sẽ thiếu.</translation>
    </message>
    <message>
        <source>What is newer comes out of the damaged file where it can be read; the rest will be missing.</source>
        <translation>Những gì mới hơn mà tệp hỏng còn đọc được sẽ được bổ sung; phần còn lại sẽ thiếu.</translation>
    </message>
    <message>
        <source>Only what the damaged file still tells</source>
        <translation>Chỉ những gì tệp hỏng còn đọc được</translation>
    </message>
    <message>
        <source>A new library is made from the damaged file, without a backup. What cannot be read will be missing.</source>
        <translation>Dựng thư viện mới từ tệp hỏng, không dùng bản sao lưu. Những gì không đọc được sẽ thiếu.</translation>
    </message>
    <message>
        <source>An empty library</source>
        <translation>Thư viện trống</translation>
    </message>
    <message>
        <source>Clips can be imported from their folder then, and found by their task ids.</source>
        <translation>Sau đó bạn có thể nhập video từ thư mục và tìm lại video theo mã tác vụ.</translation>
    </message>
    <message>
        <source>Go on with “{choice}”?</source>
        <translation>Khôi phục theo cách “{choice}”?</translation>
    </message>
    <message>
        <source>The library is recovered</source>
        <translation>Đã khôi phục thư viện</translation>
    </message>
    <message numerus="yes">
        <source>%n videos in the library.</source>
        <translation>
            <numerusform>%n video trong thư viện.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them read out of the damaged file.</source>
        <translation>
            <numerusform>%n video trong đó được lấy từ tệp hỏng.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos of which it is unclear whether they were charged; they are never sent again.</source>
        <translation>
            <numerusform>%n video chưa rõ đã bị trừ credits hay chưa; VideoGen không bao giờ gửi lại chúng.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos could not be kept. Find them by their task ids.</source>
        <translation>
            <numerusform>%n video không giữ lại được. Hãy tìm lại chúng theo mã tác vụ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paid tasks are not in the library; they can be found by their ids.</source>
        <translation>
            <numerusform>%n tác vụ đã trả tiền chưa có trong thư viện; có thể tìm lại theo mã.</numerusform>
        </translation>
    </message>
    <message>
        <source>The old files lie unchanged in {folder}</source>
        <translation>Tệp cũ được giữ nguyên ở {folder}</translation>
    </message>
</context>
<context>
    <name>Repeat</name>
    <message>
        <source>Make the very same video again?</source>
        <translation>Tạo thêm một video giống hệt?</translation>
    </message>
    <message>
        <source>Make another one</source>
        <translation>Vẫn tạo thêm</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không tạo</translation>
    </message>
    <message numerus="yes">
        <source>You sent this very request %n seconds ago.</source>
        <translation>
            <numerusform>Bạn vừa gửi đúng yêu cầu này %n giây trước.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another one costs {price} more.</source>
        <translation>Tạo thêm sẽ tốn thêm {price}.</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Paste one or more task ids. Each is read with your own key and its video brought into the library; it costs nothing more.</source>
        <translation>Dán một hoặc nhiều mã tác vụ (Task ID). VideoGen đọc từng mã bằng khóa của bạn và đưa video về thư viện, không tốn thêm credits.</translation>
    </message>
    <message>
        <source>Task ids</source>
        <translation>Mã tác vụ (Task ID)</translation>
    </message>
    <message>
        <source>Such as 5f3c… with one id on each line</source>
        <translation>Ví dụ: 5f3c… mỗi dòng một mã</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Show the video</source>
        <translation>Xem video</translation>
    </message>
    <message>
        <source>Yes, join them</source>
        <translation>Đúng, ghép với video đó</translation>
    </message>
    <message>
        <source>No, add it as a new video</source>
        <translation>Không, thêm thành video mới</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Find videos by their task ids</source>
        <translation>Tìm lại video theo mã tác vụ</translation>
    </message>
    <message>
        <source>Waiting its turn…</source>
        <translation>Đang chờ đến lượt…</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Not read. {why}</source>
        <translation>Chưa đọc được. {why}</translation>
    </message>
    <message>
        <source>It is in the library already.</source>
        <translation>Đã có trong thư viện.</translation>
    </message>
    <message numerus="yes">
        <source>%n unclear videos are of just this request, and nothing says which one it is. Open the right one and enter this id there, or add it as a new video.</source>
        <translation>
            <numerusform>Có %n video chưa rõ cùng mô tả này và không thể biết đây là video nào. Hãy mở đúng video rồi nhập mã này ở đó, hoặc thêm thành video mới.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library has an unclear video of just this request. Is it that one?</source>
        <translation>Trong thư viện có video chưa rõ với đúng mô tả này. Có phải video này không?</translation>
    </message>
    <message>
        <source>There is no such task under the key in use.</source>
        <translation>Không có tác vụ này với khóa đang dùng.</translation>
    </message>
    <message>
        <source>Joined with the unclear video: it is ready and is being downloaded.</source>
        <translation>Đã ghép với video chưa rõ: video đã xong và đang được tải về máy.</translation>
    </message>
    <message>
        <source>Joined with the unclear video.</source>
        <translation>Đã ghép với video chưa rõ.</translation>
    </message>
    <message>
        <source>Found: the video is being downloaded.</source>
        <translation>Đã tìm lại: video đang được tải về máy.</translation>
    </message>
    <message>
        <source>Found: the video failed there.</source>
        <translation>Đã tìm lại: video không tạo được.</translation>
    </message>
    <message>
        <source>Found: the video is still being made.</source>
        <translation>Đã tìm lại: video vẫn đang được tạo.</translation>
    </message>
</context>
<context>
    <name>RewritingDialog</name>
    <message>
        <source>Write better</source>
        <translation>Viết hay hơn</translation>
    </message>
    <message>
        <source>Translate into English</source>
        <translation>Dịch sang tiếng Anh</translation>
    </message>
    <message>
        <source>As you wrote it</source>
        <translation>Bạn đã viết</translation>
    </message>
    <message>
        <source>As the helper would write it</source>
        <translation>Trợ lý đề xuất</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Dùng bản này</translation>
    </message>
    <message>
        <source>Settings of the text helper</source>
        <translation>Cài đặt trợ lý viết</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>The helper is writing…</source>
        <translation>Trợ lý đang viết…</translation>
    </message>
    <message>
        <source>The helper would change nothing.</source>
        <translation>Trợ lý thấy không cần sửa gì.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Giữ bản của tôi</translation>
    </message>
</context>
<context>
    <name>SafetyPage</name>
    <message>
        <source>Safety</source>
        <translation>An toàn dữ liệu</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Recover the library</source>
        <translation>Khôi phục thư viện</translation>
    </message>
    <message>
        <source>When its file is damaged: go on from a backup; nothing is deleted.</source>
        <translation>Khi tệp thư viện bị hỏng: khôi phục từ bản sao lưu, không xóa gì cả.</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>Kiểm tra…</translation>
    </message>
    <message>
        <source>Import videos from a folder</source>
        <translation>Nhập video từ thư mục</translation>
    </message>
    <message>
        <source>Brings clips that VideoGen made back into the library, where they lie.</source>
        <translation>Đưa video VideoGen đã tạo trở lại thư viện. Tệp vẫn nằm ở chỗ cũ.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Gói chẩn đoán</translation>
    </message>
    <message>
        <source>For a report of a fault, without keys and prompts. You see it first.</source>
        <translation>Thông tin để báo lỗi, đã bỏ khóa và mô tả. Bạn xem trước rồi mới lưu.</translation>
    </message>
    <message>
        <source>Diagnosis…</source>
        <translation>Gói chẩn đoán…</translation>
    </message>
    <message>
        <source>Newest backup</source>
        <translation>Bản sao lưu gần nhất</translation>
    </message>
    <message>
        <source>A backup is being made…</source>
        <translation>Đang sao lưu…</translation>
    </message>
    <message>
        <source>VideoGen backs the library up by itself when it has changed.</source>
        <translation>VideoGen tự sao lưu thư viện khi có thay đổi.</translation>
    </message>
    <message>
        <source>There is no backup that can be used yet.</source>
        <translation>Chưa có bản sao lưu nào dùng được.</translation>
    </message>
    <message numerus="yes">
        <source>{moment} · %n videos</source>
        <translation>
            <numerusform>{moment} · %n video</numerusform>
        </translation>
    </message>
    <message>
        <source>No second folder</source>
        <translation>Không dùng nữa</translation>
    </message>
    <message>
        <source>Second folder for backups</source>
        <translation>Thư mục sao lưu thứ hai</translation>
    </message>
    <message>
        <source>Best on another disk: it is still there when this one fails.</source>
        <translation>Nên đặt trên ổ đĩa khác hoặc ổ rời: vẫn còn khi ổ này hỏng.</translation>
    </message>
    <message>
        <source>Choose a second folder for backups</source>
        <translation>Chọn thư mục sao lưu thứ hai</translation>
    </message>
</context>
<context>
    <name>SavingCard</name>
    <message>
        <source>You are asked the first time.</source>
        <translation>Lần đầu lưu sẽ hỏi.</translation>
    </message>
    <message>
        <source>Where one click saves videos</source>
        <translation>Bấm một lần thì lưu vào</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Hỏi lại</translation>
    </message>
    <message>
        <source>Names of saved files</source>
        <translation>Tên tệp khi lưu</translation>
    </message>
    <message>
        <source>Saved files say nothing of what was asked for; yours keep it.</source>
        <translation>Tệp lưu ra không mang theo mô tả; video trong thư viện vẫn giữ.</translation>
    </message>
    <message>
        <source>Leave the prompt out of saved files</source>
        <translation>Bỏ mô tả khỏi tệp lưu ra</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Chung</translation>
    </message>
    <message>
        <source>Wallets and keys</source>
        <translation>Ví và khóa</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Text helper</source>
        <translation>Trợ lý viết</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Mạng</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>An toàn dữ liệu</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Nâng cao</translation>
    </message>
    <message>
        <source>Some changes count once the library is opened again.</source>
        <translation>Có thay đổi chỉ có hiệu lực khi mở lại thư viện.</translation>
    </message>
    <message>
        <source>Open it again now</source>
        <translation>Mở lại ngay</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Did {vendor} charge for this video?</source>
        <translation>{vendor} đã trừ credits cho video này?</translation>
    </message>
    <message>
        <source>Did {vendor} charge nothing for it?</source>
        <translation>{vendor} không trừ credits cho video này?</translation>
    </message>
    <message>
        <source>Note it as charged</source>
        <translation>Ghi là đã trừ</translation>
    </message>
    <message>
        <source>Note it as not charged</source>
        <translation>Ghi là chưa trừ</translation>
    </message>
    <message>
        <source>The video counts as failed. It holds no credits, so your balance stays as it is.</source>
        <translation>Video được đánh dấu là thất bại. Video này không giữ credits nào nên số dư không đổi.</translation>
    </message>
    <message>
        <source>{amount} count as spent and the video as failed. Once you have the task id, you can still bring the video in.</source>
        <translation>{amount} được ghi là đã chi và video được đánh dấu là thất bại. Sau này nếu có mã tác vụ, bạn vẫn có thể tìm lại video.</translation>
    </message>
    <message>
        <source>{amount} are yours again and the video counts as failed; nothing is sent again. Should {vendor} charge after all, the difference shows in the statement.</source>
        <translation>{amount} trở lại số dư và video được đánh dấu là thất bại; yêu cầu không được gửi lại. Nếu sau này {vendor} vẫn trừ, khoản chênh lệch sẽ hiện trong sao kê.</translation>
    </message>
    <message>
        <source>At {vendor} this task differs in {differences}. Join them anyway?</source>
        <translation>Theo {vendor}, tác vụ này khác với video về: {differences}. Vẫn ghép?</translation>
    </message>
    <message>
        <source>Join them anyway</source>
        <translation>Vẫn ghép</translation>
    </message>
    <message>
        <source>This is no task id. Paste it as {vendor}&apos;s site shows it.</source>
        <translation>Đây không phải là mã tác vụ. Hãy dán đúng như trang của {vendor} ghi.</translation>
    </message>
    <message>
        <source>Reading the task at {vendor}…</source>
        <translation>Đang đọc tác vụ ở {vendor}…</translation>
    </message>
    <message>
        <source>Enter the task id</source>
        <translation>Nhập mã tác vụ</translation>
    </message>
    <message>
        <source>Find this request in the history on {vendor}&apos;s site and paste its task id here. The task is read with your own key and its video brought in; nothing is sent again.</source>
        <translation>Tìm yêu cầu này trong lịch sử ở trang của {vendor} rồi dán mã tác vụ vào đây. VideoGen đọc tác vụ bằng khóa của bạn, lấy video về và không gửi lại yêu cầu.</translation>
    </message>
    <message>
        <source>Task id</source>
        <translation>Mã tác vụ (Task ID)</translation>
    </message>
    <message>
        <source>Show that video</source>
        <translation>Xem video đó</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Join with the video</source>
        <translation>Ghép với video</translation>
    </message>
    <message>
        <source>Enter the task id…</source>
        <translation>Nhập mã tác vụ…</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Đã trừ</translation>
    </message>
    <message>
        <source>Not charged</source>
        <translation>Chưa trừ</translation>
    </message>
    <message>
        <source>Have you looked at {vendor}&apos;s own history? The credits were:</source>
        <translation>Bạn đã xem lịch sử ở trang của {vendor}? Credits cho video này:</translation>
    </message>
    <message>
        <source>Asking {vendor} for the balance…</source>
        <translation>Đang hỏi số dư ở {vendor}…</translation>
    </message>
    <message>
        <source>The balance could not be read. {why}</source>
        <translation>Chưa xem được số dư. {why}</translation>
    </message>
    <message>
        <source>{vendor} has {amount} left: it looks as if this video was charged.</source>
        <translation>{vendor} còn {amount}: có vẻ video này đã bị trừ.</translation>
    </message>
    <message>
        <source>{vendor} has {amount} left: it looks as if this video was not charged.</source>
        <translation>{vendor} còn {amount}: có vẻ video này chưa bị trừ.</translation>
    </message>
    <message>
        <source>{vendor} has {amount} left: not charged so far, but the video may still be running there.</source>
        <translation>{vendor} còn {amount}: chưa thấy trừ, nhưng video có thể vẫn đang chạy ở đó.</translation>
    </message>
    <message>
        <source>{vendor} has {amount} left, which does not tell whether it was charged.</source>
        <translation>{vendor} còn {amount}: số dư này chưa cho biết video đã bị trừ hay chưa.</translation>
    </message>
    <message>
        <source>This is only a hint: the account may be used elsewhere too.</source>
        <translation>Đây chỉ là gợi ý: tài khoản này có thể còn được dùng ở nơi khác.</translation>
    </message>
    <message>
        <source>It could not be checked. {why}</source>
        <translation>Chưa kiểm tra được. {why}</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>mô hình</translation>
    </message>
    <message>
        <source>the prompt</source>
        <translation>mô tả</translation>
    </message>
    <message>
        <source>the shape</source>
        <translation>tỉ lệ</translation>
    </message>
    <message>
        <source>the options</source>
        <translation>tùy chọn</translation>
    </message>
    <message>
        <source>the pictures or other files</source>
        <translation>ảnh hoặc tệp đi kèm</translation>
    </message>
    <message>
        <source>the time (made before you sent it)</source>
        <translation>thời điểm tạo (trước khi bạn gửi)</translation>
    </message>
    <message>
        <source>Joined with the task: the video is ready and is being downloaded.</source>
        <translation>Đã ghép với tác vụ: video đã xong và đang được tải về máy.</translation>
    </message>
    <message>
        <source>Joined with the task: the video failed there.</source>
        <translation>Đã ghép với tác vụ: video không tạo được.</translation>
    </message>
    <message>
        <source>Joined with the task. It is followed until the video is ready.</source>
        <translation>Đã ghép với tác vụ. VideoGen theo dõi tiếp cho đến khi video xong.</translation>
    </message>
    <message>
        <source>Noted: {amount} were charged.</source>
        <translation>Đã ghi nhận: {amount} đã bị trừ.</translation>
    </message>
    <message>
        <source>Noted: {amount} are yours again.</source>
        <translation>Đã ghi nhận: {amount} đã trở lại số dư của bạn.</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>Đã ghi nhận.</translation>
    </message>
</context>
<context>
    <name>ShapeMenu</name>
    <message>
        <source>Shape of the video: {shape}</source>
        <translation>Tỉ lệ video: {shape}</translation>
    </message>
</context>
<context>
    <name>Shortage</name>
    <message>
        <source>{price} needed</source>
        <translation>Cần {price}</translation>
    </message>
    <message>
        <source>{available} left, {lacking} short</source>
        <translation>Còn {available}, thiếu {lacking}</translation>
    </message>
    <message>
        <source>Buy more credits</source>
        <translation>Mua thêm credits</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Everywhere</source>
        <translation>Ở mọi nơi</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Ô mô tả</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Bộ sưu tập</translation>
    </message>
    <message>
        <source>Video viewer</source>
        <translation>Trình xem video</translation>
    </message>
    <message>
        <source>Many videos at once</source>
        <translation>Nhiều video cùng lúc</translation>
    </message>
    <message>
        <source>Trim and join</source>
        <translation>Cắt và ghép</translation>
    </message>
    <message>
        <source>Comparing clips</source>
        <translation>So sánh video</translation>
    </message>
    <message>
        <source>Show these shortcuts</source>
        <translation>Xem các phím tắt này</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Mở cài đặt</translation>
    </message>
    <message>
        <source>To the next control, or back</source>
        <translation>Sang phần tiếp theo hoặc quay lại</translation>
    </message>
    <message>
        <source>Quit the program</source>
        <translation>Thoát chương trình</translation>
    </message>
    <message>
        <source>Make the video</source>
        <translation>Tạo video</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Xuống dòng</translation>
    </message>
    <message>
        <source>Insert a kept or earlier description</source>
        <translation>Chèn mô tả đã lưu hoặc đã dùng</translation>
    </message>
    <message>
        <source>Undo, also the emptying after sending</source>
        <translation>Hoàn tác, kể cả lấy lại mô tả vừa gửi</translation>
    </message>
    <message>
        <source>Bring back what was just deleted</source>
        <translation>Hoàn tác việc xóa video</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <translation>Đến ô tìm kiếm</translation>
    </message>
    <message>
        <source>From there to the videos</source>
        <translation>Từ ô tìm kiếm xuống các video</translation>
    </message>
    <message>
        <source>Empty the field, then leave it</source>
        <translation>Xóa chữ đang tìm, rồi về các video</translation>
    </message>
    <message>
        <source>Move from video to video</source>
        <translation>Chuyển sang video bên cạnh</translation>
    </message>
    <message>
        <source>One screen up or down</source>
        <translation>Lên hoặc xuống một màn hình</translation>
    </message>
    <message>
        <source>First or last video</source>
        <translation>Đến video đầu hoặc cuối</translation>
    </message>
    <message>
        <source>Show all takes, or one card for them</source>
        <translation>Mở các bản của một yêu cầu, hoặc gộp lại</translation>
    </message>
    <message>
        <source>Go to a day</source>
        <translation>Đi tới ngày</translation>
    </message>
    <message>
        <source>Larger or smaller cards</source>
        <translation>Thẻ lớn hơn hoặc nhỏ hơn</translation>
    </message>
    <message>
        <source>Cards of the usual size</source>
        <translation>Thẻ về cỡ thường</translation>
    </message>
    <message>
        <source>Open in the viewer</source>
        <translation>Mở trong trình xem</translation>
    </message>
    <message>
        <source>Make it a favourite, or no longer</source>
        <translation>Thêm vào hoặc bỏ khỏi yêu thích</translation>
    </message>
    <message>
        <source>Give it a title</source>
        <translation>Đặt tiêu đề</translation>
    </message>
    <message>
        <source>Mark as watched, or as new</source>
        <translation>Đánh dấu đã xem, hoặc là mới</translation>
    </message>
    <message>
        <source>Rename it</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Delete it; its videos stay</source>
        <translation>Xóa, các video vẫn còn</translation>
    </message>
    <message>
        <source>Copy the video, to paste it elsewhere</source>
        <translation>Chép video để dán sang nơi khác</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>Chép mô tả</translation>
    </message>
    <message>
        <source>Use this frame</source>
        <translation>Dùng khung hình này</translation>
    </message>
    <message>
        <source>Continue from the last frame</source>
        <translation>Tiếp tục từ khung hình cuối</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Delete, after a question</source>
        <translation>Xóa (có hỏi lại)</translation>
    </message>
    <message>
        <source>Select more videos</source>
        <translation>Chọn thêm video</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Bỏ chọn</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Phát hoặc tạm dừng</translation>
    </message>
    <message>
        <source>1 second back or on</source>
        <translation>Lùi hoặc tiến 1 giây</translation>
    </message>
    <message>
        <source>3 seconds back or on</source>
        <translation>Lùi hoặc tiến 3 giây</translation>
    </message>
    <message>
        <source>One frame back or on</source>
        <translation>Lùi hoặc tiến một khung hình</translation>
    </message>
    <message>
        <source>To the start or the end</source>
        <translation>Về đầu hoặc đến cuối</translation>
    </message>
    <message>
        <source>To 0 %, 10 %… 90 % of the video</source>
        <translation>Đến 0%, 10%… 90% của video</translation>
    </message>
    <message>
        <source>Slower or faster</source>
        <translation>Phát chậm hoặc nhanh hơn</translation>
    </message>
    <message>
        <source>Repeat, or no longer</source>
        <translation>Bật hoặc tắt lặp lại</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>Bật hoặc tắt tiếng</translation>
    </message>
    <message>
        <source>Louder or quieter</source>
        <translation>To hoặc nhỏ tiếng hơn</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Toàn màn hình</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Hiện hoặc ẩn chi tiết</translation>
    </message>
    <message>
        <source>Previous or next video</source>
        <translation>Video trước hoặc sau</translation>
    </message>
    <message>
        <source>Paste: a video for each line</source>
        <translation>Dán: mỗi dòng một video</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Sửa ô</translation>
    </message>
    <message>
        <source>To the next row with a problem, or back</source>
        <translation>Đến dòng có vấn đề tiếp theo hoặc trước đó</translation>
    </message>
    <message>
        <source>Remove the selected rows</source>
        <translation>Bỏ các dòng đã chọn</translation>
    </message>
    <message>
        <source>In the queue: earlier or later</source>
        <translation>Trong hàng đợi: gửi sớm hơn hoặc muộn hơn</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Hoàn tác thay đổi vừa rồi</translation>
    </message>
    <message>
        <source>Leave full screen, or the viewer</source>
        <translation>Rời toàn màn hình, hoặc đóng trình xem</translation>
    </message>
    <message>
        <source>The clip starts at this frame</source>
        <translation>Video bắt đầu ở khung hình này</translation>
    </message>
    <message>
        <source>The clip ends at this frame</source>
        <translation>Video kết thúc ở khung hình này</translation>
    </message>
    <message>
        <source>Move the clip forward or back</source>
        <translation>Đưa video lên trước hoặc ra sau</translation>
    </message>
    <message>
        <source>Take the clip out</source>
        <translation>Bỏ video ra</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>So sánh cạnh nhau</translation>
    </message>
    <message>
        <source>Keep that clip, the others go to the bin</source>
        <translation>Giữ video đó, các video còn lại vào thùng rác</translation>
    </message>
    <message>
        <source>Hear the next clip</source>
        <translation>Nghe tiếng video tiếp theo</translation>
    </message>
    <message>
        <source>Of two: wipe, or side by side</source>
        <translation>Khi có hai video: kéo vạch, hoặc cạnh nhau</translation>
    </message>
    <message>
        <source>Move the line between them</source>
        <translation>Dời vạch ngăn giữa hai video</translation>
    </message>
    <message>
        <source>Of two: flip to the other, also held</source>
        <translation>Khi có hai video: lật sang video kia, cũng có thể giữ phím</translation>
    </message>
    <message>
        <source>Leave, and keep them all</source>
        <translation>Thoát so sánh và giữ tất cả</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Hướng dẫn sử dụng</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>made-up prices</source>
        <translation>giá giả định</translation>
    </message>
    <message>
        <source>your own charge</source>
        <translation>lần trừ credits gần đây của bạn</translation>
    </message>
    <message>
        <source>the model list of {vendor}</source>
        <translation>danh sách mô hình của {vendor}</translation>
    </message>
    <message>
        <source>the price page of {vendor}</source>
        <translation>trang giá của {vendor}</translation>
    </message>
    <message>
        <source>the price list of {vendor}</source>
        <translation>bảng giá của {vendor}</translation>
    </message>
    <message>
        <source>pages and price list of {vendor}</source>
        <translation>tài liệu và bảng giá của {vendor}</translation>
    </message>
</context>
<context>
    <name>StatementDialog</name>
    <message>
        <source>Statement</source>
        <translation>Sao kê</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất tệp</translation>
    </message>
    <message>
        <source>Export the lines shown</source>
        <translation>Xuất các dòng đang hiện ra tệp</translation>
    </message>
    <message>
        <source>Spreadsheet (CSV)…</source>
        <translation>Bảng tính (CSV)…</translation>
    </message>
    <message>
        <source>Complete data (JSON)…</source>
        <translation>Dữ liệu đầy đủ (JSON)…</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Các giao dịch</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>out {out} · in {into} · together {sum}</source>
        <translation>Chi {out} · Thu {into} · Chênh {sum}</translation>
    </message>
    <message>
        <source>Reading the statement…</source>
        <translation>Đang đọc sao kê…</translation>
    </message>
    <message>
        <source>No movement matches.</source>
        <translation>Không có giao dịch nào khớp.</translation>
    </message>
    <message>
        <source>This wallet has no movements yet.</source>
        <translation>Ví này chưa có giao dịch nào.</translation>
    </message>
    <message>
        <source>Save the statement</source>
        <translation>Lưu sao kê</translation>
    </message>
    <message>
        <source>VideoGen statement</source>
        <translation>Sao kê VideoGen</translation>
    </message>
</context>
<context>
    <name>StatementModel</name>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Số credits</translation>
    </message>
    <message>
        <source>Available after</source>
        <translation>Còn lại</translation>
    </message>
</context>
<context>
    <name>StatementPresenter</name>
    <message>
        <source>Video ID</source>
        <translation>Mã video</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>Made</source>
        <translation>Đã tạo</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Đã xem</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Đã xuất</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Đã chia sẻ</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Thất bại</translation>
    </message>
    <message>
        <source>Credits spent</source>
        <translation>Credits đã chi</translation>
    </message>
    <message>
        <source>Since the first video</source>
        <translation>Từ video đầu tiên</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>12 tháng qua</translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>%n ngày qua</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message>
        <source>Save the statistics</source>
        <translation>Lưu bảng thống kê</translation>
    </message>
    <message>
        <source>VideoGen statistics</source>
        <translation>Thống kê VideoGen</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Thống kê</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Khoảng thời gian</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Theo mô hình</translation>
    </message>
    <message>
        <source>By collection</source>
        <translation>Theo bộ sưu tập</translation>
    </message>
    <message>
        <source>Nothing in this period</source>
        <translation>Chưa có gì trong khoảng này</translation>
    </message>
    <message>
        <source>Export (CSV)…</source>
        <translation>Xuất tệp (CSV)…</translation>
    </message>
</context>
<context>
    <name>StatisticsPresenter</name>
    <message>
        <source>By</source>
        <translation>Theo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Bộ sưu tập</translation>
    </message>
</context>
<context>
    <name>StylePresenter</name>
    <message>
        <source>Styles</source>
        <translation>Phong cách</translation>
    </message>
    <message>
        <source>Search styles…</source>
        <translation>Tìm phong cách…</translation>
    </message>
    <message>
        <source>No style is called so.</source>
        <translation>Không có phong cách nào tên như vậy.</translation>
    </message>
    <message>
        <source>Save as a style…</source>
        <translation>Lưu thành phong cách…</translation>
    </message>
    <message>
        <source>No style</source>
        <translation>Bỏ phong cách</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Save as a style</source>
        <translation>Lưu thành phong cách</translation>
    </message>
    <message>
        <source>Rename the style</source>
        <translation>Đổi tên phong cách</translation>
    </message>
    <message>
        <source>The style “{name}” was deleted.</source>
        <translation>Đã xóa phong cách “{name}”.</translation>
    </message>
    <message>
        <source>There is a style “{name}” already, or nothing to save in it.</source>
        <translation>Đã có phong cách “{name}”, hoặc chưa có gì để lưu.</translation>
    </message>
    <message>
        <source>Saved as the style “{name}”.</source>
        <translation>Đã lưu thành phong cách “{name}”.</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Tên:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>StyleStrip</name>
    <message>
        <source>Sent after the description: {words}</source>
        <translation>Gửi kèm sau mô tả: {words}</translation>
    </message>
    <message>
        <source>Remove the style {name}</source>
        <translation>Bỏ phong cách {name}</translation>
    </message>
</context>
<context>
    <name>TakesStepper</name>
    <message numerus="yes">
        <source>%n videos at once</source>
        <translation>
            <numerusform>%n video cùng lúc</numerusform>
        </translation>
    </message>
    <message>
        <source>One video less</source>
        <translation>Bớt một video</translation>
    </message>
    <message>
        <source>One video more</source>
        <translation>Thêm một video</translation>
    </message>
</context>
<context>
    <name>TextHelper</name>
    <message>
        <source>The text helper is off. Enter its address in the settings.</source>
        <translation>Trợ lý viết đang tắt. Nhập địa chỉ của trợ lý trong Cài đặt.</translation>
    </message>
    <message>
        <source>The helper for trials works with the trial wallet only. Enter an address.</source>
        <translation>Trợ lý dùng thử chỉ chạy với ví thử nghiệm. Hãy nhập một địa chỉ.</translation>
    </message>
    <message>
        <source>Choose a model for the text helper in the settings.</source>
        <translation>Hãy chọn mô hình cho trợ lý viết trong Cài đặt.</translation>
    </message>
    <message>
        <source>The text helper cannot be reached. Check its address, and that it runs.</source>
        <translation>Không kết nối được với trợ lý viết. Kiểm tra địa chỉ và xem trợ lý có đang chạy không.</translation>
    </message>
    <message>
        <source>The text helper took too long and was stopped.</source>
        <translation>Trợ lý viết quá lâu nên đã được dừng lại.</translation>
    </message>
    <message>
        <source>The connection to the text helper broke off. Try again.</source>
        <translation>Mất kết nối với trợ lý viết. Hãy thử lại.</translation>
    </message>
    <message>
        <source>The text helper does not accept this key.</source>
        <translation>Trợ lý viết không chấp nhận khóa này.</translation>
    </message>
    <message>
        <source>There is no such model or address at the text helper.</source>
        <translation>Trợ lý viết không có mô hình hoặc địa chỉ này.</translation>
    </message>
    <message>
        <source>The text helper has too much to do. Try again in a while.</source>
        <translation>Trợ lý viết đang quá tải. Thử lại sau ít phút.</translation>
    </message>
    <message>
        <source>The text helper refused the description.</source>
        <translation>Trợ lý viết từ chối mô tả này.</translation>
    </message>
    <message>
        <source>The text helper has a problem of its own. Try again later.</source>
        <translation>Trợ lý viết đang gặp sự cố. Hãy thử lại sau.</translation>
    </message>
    <message>
        <source>The text helper names another address, to which nothing was sent. Enter that one.</source>
        <translation>Trợ lý viết chuyển sang địa chỉ khác nên chưa gửi tiếp. Hãy nhập địa chỉ mới.</translation>
    </message>
    <message>
        <source>What answers at this address is no text helper.</source>
        <translation>Địa chỉ này không phải là trợ lý viết.</translation>
    </message>
    <message>
        <source>The text helper answered with far too much text.</source>
        <translation>Trợ lý viết trả về quá nhiều chữ.</translation>
    </message>
    <message>
        <source>The text helper answered with nothing.</source>
        <translation>Trợ lý viết không trả về gì.</translation>
    </message>
</context>
<context>
    <name>TextHelperPage</name>
    <message>
        <source>The trial wallet&apos;s own</source>
        <translation>Trợ lý của ví thử nghiệm</translation>
    </message>
    <message>
        <source>Text helper</source>
        <translation>Trợ lý viết</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Any OpenAI-compatible server: Ollama on this machine, or a paid one. Only what you press for is sent there: your description, the task and the model&apos;s name.</source>
        <translation>Máy chủ nào tương thích OpenAI cũng được: Ollama trên máy này, hoặc dịch vụ trả phí. Chỉ khi bạn bấm, mô tả, yêu cầu và tên mô hình mới được gửi tới đó.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring, for this address alone. Ollama needs none.</source>
        <translation>Cất ở nơi lưu mật khẩu của máy, chỉ dùng cho địa chỉ này. Ollama không cần khóa.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>By its name at that address.</source>
        <translation>Tên mô hình ở địa chỉ đó.</translation>
    </message>
    <message>
        <source>Try the trial wallet&apos;s own</source>
        <translation>Thử trợ lý của ví thử nghiệm</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Tắt</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Lưu khóa</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Xóa khóa</translation>
    </message>
    <message>
        <source>List the models</source>
        <translation>Xem các mô hình</translation>
    </message>
    <message>
        <source>Not a safe address. It begins with https, or is of your own network.</source>
        <translation>Địa chỉ này không an toàn. Dùng địa chỉ bắt đầu bằng https, hoặc địa chỉ trong mạng của bạn.</translation>
    </message>
    <message>
        <source>Not encrypted: others in your network can read along, the key too.</source>
        <translation>Kết nối không mã hóa: người khác trong mạng có thể đọc được, kể cả khóa.</translation>
    </message>
    <message>
        <source>A key is kept; enter another to replace it</source>
        <translation>Đã lưu một khóa; nhập khóa khác để thay</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Đang hỏi…</translation>
    </message>
    <message>
        <source>The system&apos;s keyring keeps no key: it holds for this run only.</source>
        <translation>Nơi lưu mật khẩu của máy không giữ được khóa: khóa chỉ dùng cho lần chạy này.</translation>
    </message>
    <message>
        <source>There are none</source>
        <translation>Không có mô hình nào</translation>
    </message>
</context>
<context>
    <name>UpdateLink</name>
    <message>
        <source>New version {number} – View</source>
        <translation>Có bản mới {number} – Xem</translation>
    </message>
    <message>
        <source>Opens {host} in the browser. Nothing is installed by itself.</source>
        <translation>Mở trang {host} trong trình duyệt. VideoGen không tự cài gì cả.</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Once a day VideoGen reads one small file at {host}. It sends its name and version, and nothing else; it never installs anything by itself.</source>
        <translation>Mỗi ngày một lần, VideoGen đọc một tệp nhỏ ở {host} và chỉ gửi đi tên cùng số phiên bản của chương trình. VideoGen không bao giờ tự cài bản mới.</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>{number} s</source>
        <translation>{number} giây</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Mô tả</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Diễn biến</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>No credits moved for this video.</source>
        <translation>Video này không có giao dịch nào.</translation>
    </message>
    <message>
        <source>Total cost</source>
        <translation>Tổng chi phí</translation>
    </message>
    <message>
        <source>As you wrote it</source>
        <translation>Bạn đã viết</translation>
    </message>
    <message>
        <source>Record of the task</source>
        <translation>Dữ liệu gốc của tác vụ</translation>
    </message>
    <message>
        <source>Hide the record</source>
        <translation>Ẩn dữ liệu gốc</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>Hiện dữ liệu gốc</translation>
    </message>
    <message>
        <source>Copy: {name}</source>
        <translation>Chép: {name}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Đã chép</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Tỉ lệ</translation>
    </message>
    <message>
        <source>Reported by {vendor}</source>
        <translation>{vendor} báo</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Kích thước</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Chi phí</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>{number} of {results} from one request</source>
        <translation>{number}/{results} của cùng một yêu cầu</translation>
    </message>
    <message>
        <source>{vendor} likely keeps it until</source>
        <translation>{vendor} giữ đến khoảng</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Tạo lúc</translation>
    </message>
    <message>
        <source>Task id</source>
        <translation>Mã tác vụ (Task ID)</translation>
    </message>
    <message>
        <source>differs in {names}</source>
        <translation>khác về {names}</translation>
    </message>
    <message>
        <source>It carries content credentials, which any change would break</source>
        <translation>Tệp mang chứng thực nội dung, thêm gì vào cũng làm mất hiệu lực</translation>
    </message>
    <message>
        <source>Credits set aside</source>
        <translation>Đã giữ credits</translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation>Gửi yêu cầu</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã nhận, chờ xử lý</translation>
    </message>
    <message>
        <source>Processing began</source>
        <translation>Bắt đầu xử lý</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Thất bại</translation>
    </message>
    <message>
        <source>Cancelled before it was sent</source>
        <translation>Đã hủy trước khi gửi</translation>
    </message>
    <message>
        <source>Unclear what became of it</source>
        <translation>Chưa rõ kết quả</translation>
    </message>
    <message>
        <source>Could not be sent</source>
        <translation>Chưa gửi được</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>Đã tải về máy</translation>
    </message>
    <message>
        <source>Deleted from the library</source>
        <translation>Đã xóa khỏi thư viện</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Đã khôi phục</translation>
    </message>
    <message>
        <source>A later word differs from what was recorded</source>
        <translation>Kết quả báo sau khác với kết quả đã ghi</translation>
    </message>
    <message>
        <source>Reported done, but without a video</source>
        <translation>Báo hoàn thành nhưng thiếu video</translation>
    </message>
    <message>
        <source>You had it checked again</source>
        <translation>Bạn đã kiểm tra lại</translation>
    </message>
    <message>
        <source>You entered the task id</source>
        <translation>Bạn đã nhập mã tác vụ</translation>
    </message>
    <message>
        <source>You said that it was charged</source>
        <translation>Bạn xác nhận đã bị trừ credits</translation>
    </message>
    <message>
        <source>You said that it was not charged</source>
        <translation>Bạn xác nhận chưa bị trừ credits</translation>
    </message>
    <message>
        <source>Recognised by its webhook</source>
        <translation>Nhận ra nhờ webhook</translation>
    </message>
    <message>
        <source>Brought in by its task id</source>
        <translation>Tìm lại theo mã tác vụ</translation>
    </message>
    <message>
        <source>A late result came in as a new video</source>
        <translation>Kết quả đến muộn được thêm thành video mới</translation>
    </message>
    <message>
        <source>Came in as a further video of one request, at no cost</source>
        <translation>Thêm vào: một video nữa của cùng yêu cầu, không tính thêm credits</translation>
    </message>
    <message>
        <source>The request brought a further video, now in the library</source>
        <translation>Yêu cầu này còn cho một video nữa; đã thêm vào thư viện</translation>
    </message>
    <message>
        <source>Another result of the request is no video, or is gone</source>
        <translation>Một kết quả khác của yêu cầu không phải là video, hoặc không còn nữa</translation>
    </message>
    <message>
        <source>The file is no longer there to be fetched</source>
        <translation>Tệp video không còn để tải về</translation>
    </message>
    <message>
        <source>Read in from its file</source>
        <translation>Nhập vào từ tệp video</translation>
    </message>
    <message>
        <source>Details could not be written into the file; the clip is whole</source>
        <translation>Không ghi được thông tin vào tệp; video vẫn nguyên vẹn</translation>
    </message>
    <message>
        <source>This format cannot be played here; the file is kept as it came</source>
        <translation>Định dạng này không phát được ở đây; tệp được giữ nguyên như khi tải về</translation>
    </message>
    <message>
        <source>Saved from a damaged library</source>
        <translation>Cứu được từ thư viện bị hỏng</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Giữ trước</translation>
    </message>
    <message>
        <source>Spent from what was set aside</source>
        <translation>Đã trừ</translation>
    </message>
    <message>
        <source>Set-aside credits returned</source>
        <translation>Trả lại phần đã giữ</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Hoàn lại</translation>
    </message>
    <message>
        <source>Price adjusted</source>
        <translation>Điều chỉnh giá</translation>
    </message>
    <message>
        <source>Price: {source}, {day}</source>
        <translation>Giá: {source}, {day}</translation>
    </message>
    <message>
        <source>Video viewer</source>
        <translation>Trình xem video</translation>
    </message>
    <message>
        <source>Close the viewer</source>
        <translation>Đóng trình xem</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Next video</source>
        <translation>Video sau</translation>
    </message>
    <message>
        <source>Previous video</source>
        <translation>Video trước</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Ẩn chi tiết</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Hiện chi tiết</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Thao tác khác</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Phát lại</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Phát</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Lùi một khung hình</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>Tiến một khung hình</translation>
    </message>
    <message>
        <source>Playback position</source>
        <translation>Vị trí phát</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Âm lượng</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Bật tiếng</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Tắt tiếng</translation>
    </message>
    <message>
        <source>Stop repeating</source>
        <translation>Ngừng lặp lại</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Lặp lại</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Thoát toàn màn hình</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Toàn màn hình</translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation>Tốc độ phát</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kiểm tra lại</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Đang kiểm tra…</translation>
    </message>
    <message>
        <source>Updated.</source>
        <translation>Đã cập nhật.</translation>
    </message>
    <message>
        <source>Checked: nothing has changed.</source>
        <translation>Đã kiểm tra: chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>The file itself is safe on this computer: open it in the system&apos;s player.</source>
        <translation>Tệp vẫn nguyên vẹn trên máy: bạn có thể mở bằng trình phát của hệ thống.</translation>
    </message>
    <message>
        <source>{vendor} has deleted the file, and it is not on this computer. The credits stay spent.</source>
        <translation>{vendor} đã xóa tệp và trên máy này cũng không có. Credits đã dùng không được hoàn.</translation>
    </message>
    <message>
        <source>It is not sent again, so that you are not charged twice.</source>
        <translation>Yêu cầu sẽ không được gửi lại để bạn không bị trừ tiền hai lần.</translation>
    </message>
    <message>
        <source>{amount} are held for this video.</source>
        <translation>Đang giữ {amount} cho video này.</translation>
    </message>
    <message>
        <source>{amount} were spent; they come back if the video fails.</source>
        <translation>Đã dùng {amount}; được hoàn lại nếu không tạo được video.</translation>
    </message>
    <message>
        <source>{amount} were set aside; what {vendor} does not take comes back.</source>
        <translation>Đã tạm trừ {amount}; phần {vendor} không lấy sẽ được hoàn lại.</translation>
    </message>
    <message>
        <source>{vendor} says: “{words}”</source>
        <translation>{vendor} trả lời: “{words}”</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Saving a copy · %1</source>
        <translation>Đang lưu ra thư mục · %1</translation>
    </message>
    <message>
        <source>Related videos</source>
        <translation>Video liên quan</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n video nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Continues</source>
        <translation>Nối tiếp từ</translation>
    </message>
    <message>
        <source>Continued by</source>
        <translation>Được nối tiếp bởi</translation>
    </message>
    <message>
        <source>Made at once</source>
        <translation>Tạo cùng một lượt</translation>
    </message>
    <message>
        <source>The video that it continues is not in the library.</source>
        <translation>Video được nối tiếp không có trong thư viện.</translation>
    </message>
    <message>
        <source>What went in</source>
        <translation>Đã đưa vào</translation>
    </message>
    <message>
        <source>This file is no longer in the library.</source>
        <translation>Tệp này không còn trong thư viện.</translation>
    </message>
</context>
<context>
    <name>WalletButton</name>
    <message>
        <source>Manage wallets and keys…</source>
        <translation>Quản lý ví và khóa…</translation>
    </message>
    <message>
        <source>Wallet in use: {wallet}</source>
        <translation>Ví đang dùng: {wallet}</translation>
    </message>
</context>
<context>
    <name>WalletCard</name>
    <message>
        <source>In use</source>
        <translation>Đang dùng</translation>
    </message>
    <message>
        <source>Use this wallet</source>
        <translation>Dùng ví này</translation>
    </message>
    <message>
        <source>Remove the key</source>
        <translation>Xóa khóa</translation>
    </message>
    <message>
        <source>Remove it for good</source>
        <translation>Xóa khóa khỏi máy này</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Runs on this computer with made-up credits; nothing costs anything.</source>
        <translation>Chạy ngay trên máy bạn với credits giả, không tốn tiền.</translation>
    </message>
    <message>
        <source>Key in the system&apos;s keyring, ending in {ending}</source>
        <translation>Khóa nằm trong nơi lưu mật khẩu của máy, kết thúc bằng {ending}</translation>
    </message>
    <message>
        <source>Has a key</source>
        <translation>Có khóa</translation>
    </message>
    <message>
        <source>No key can be read for this wallet</source>
        <translation>Không đọc được khóa nào cho ví này</translation>
    </message>
</context>
<context>
    <name>WalletsPage</name>
    <message>
        <source>Wallets and keys</source>
        <translation>Ví và khóa</translation>
    </message>
    <message>
        <source>Add a {vendor} key</source>
        <translation>Thêm khóa {vendor}</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keyring only, and sent to this API address only.</source>
        <translation>Khóa chỉ nằm trong nơi lưu mật khẩu của máy và chỉ được gửi tới đúng địa chỉ API này.</translation>
    </message>
    <message>
        <source>Value of a credit</source>
        <translation>Giá trị của credits</translation>
    </message>
    <message>
        <source>As on your receipt. Prices are then shown in dong too, always as ≈; credits stay what is counted.</source>
        <translation>Theo hóa đơn mua credits của bạn. Giá sẽ hiện thêm tiền đồng, luôn có dấu ≈; mọi tính toán vẫn bằng credits.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring could not be opened, so the key is still there. Unlock it and try again.</source>
        <translation>Không mở được nơi lưu mật khẩu của máy, nên khóa vẫn còn ở đó. Hãy mở khóa nơi đó rồi thử lại.</translation>
    </message>
</context>
<context>
    <name>Webhook</name>
    <message>
        <source>Off: VideoGen asks by itself whether a video is ready.</source>
        <translation>Đang tắt: VideoGen tự hỏi xem video đã xong chưa.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Đang khởi động…</translation>
    </message>
    <message>
        <source>Listening on port {port}. Received: {accepted}, refused: {refused}.</source>
        <translation>Đang nghe ở cổng {port}. Đã nhận {accepted}, từ chối {refused}.</translation>
    </message>
    <message>
        <source>Webhooks are not received. Videos are followed as usual.</source>
        <translation>Chưa nhận được webhook. Video vẫn được theo dõi như thường.</translation>
    </message>
    <message>
        <source>The test went all the way round and arrived here.</source>
        <translation>Webhook thử đã đi hết một vòng và về tới đây.</translation>
    </message>
    <message>
        <source>There is nothing to test: VideoGen does not listen.</source>
        <translation>Chưa có gì để thử: VideoGen không nghe ở cổng nào.</translation>
    </message>
    <message>
        <source>Nobody answers at the public address. Does the tunnel run?</source>
        <translation>Không ai trả lời ở địa chỉ công khai. Phần mềm chuyển tiếp (tunnel) đã chạy chưa?</translation>
    </message>
    <message>
        <source>The public address answers {status} but does not lead here. Check the tunnel&apos;s port.</source>
        <translation>Địa chỉ công khai trả lời {status}, nhưng không dẫn về đây. Hãy kiểm tra cổng của tunnel.</translation>
    </message>
    <message>
        <source>The test came here and was refused ({status}). Is the clock right?</source>
        <translation>Webhook thử đã tới đây nhưng bị từ chối ({status}). Đồng hồ máy có đúng không?</translation>
    </message>
</context>
<context>
    <name>WebhookKeyForm</name>
    <message>
        <source>A key is kept; enter another to replace it</source>
        <translation>Đã có khóa; nhập khóa khác để thay</translation>
    </message>
    <message>
        <source>The signing key is kept.</source>
        <translation>Đã lưu khóa ký.</translation>
    </message>
    <message>
        <source>Webhook signing key</source>
        <translation>Khóa ký webhook</translation>
    </message>
    <message>
        <source>Keep the signing key</source>
        <translation>Lưu khóa ký</translation>
    </message>
    <message>
        <source>Keep for this run only</source>
        <translation>Chỉ giữ cho lần chạy này</translation>
    </message>
</context>
<context>
    <name>WebhookPage</name>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Receive webhooks</source>
        <translation>Nhận webhook</translation>
    </message>
    <message>
        <source>Says at once when a video is ready. Needs a tunnel of your own to here.</source>
        <translation>Báo ngay khi video xong. Cần phần mềm chuyển tiếp (tunnel) trên máy này.</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Địa chỉ công khai</translation>
    </message>
    <message>
        <source>Where the tunnel is reached from outside; {path} is called there.</source>
        <translation>Nơi tunnel nhận từ Internet; webhook được gửi tới {path} ở đó.</translation>
    </message>
    <message>
        <source>Port on this computer</source>
        <translation>Cổng trên máy này</translation>
    </message>
    <message>
        <source>The tunnel must lead to 127.0.0.1 at this port.</source>
        <translation>Tunnel phải chuyển tiếp tới 127.0.0.1 ở cổng này.</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>Khóa ký</translation>
    </message>
    <message>
        <source>Made on the settings page of your account; kept in the system&apos;s keyring.</source>
        <translation>Tạo ở trang cài đặt tài khoản của bạn. Chỉ nằm trong nơi lưu mật khẩu của máy.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Thử</translation>
    </message>
    <message>
        <source>Sends a signed webhook to the public address and sees if it gets here.</source>
        <translation>Gửi một webhook có chữ ký tới địa chỉ công khai và xem nó có về tới đây không.</translation>
    </message>
    <message>
        <source>Not a usable address. Enter one that begins with https.</source>
        <translation>Địa chỉ này không dùng được. Hãy nhập địa chỉ bắt đầu bằng https.</translation>
    </message>
    <message>
        <source>The port is a number from 1024 to 65535.</source>
        <translation>Cổng phải là một số từ 1024 đến 65535.</translation>
    </message>
</context>
<context>
    <name>WebhookTrial</name>
    <message>
        <source>Send a test webhook</source>
        <translation>Gửi webhook thử</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Đang gửi…</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to VideoGen</source>
        <translation>Chào mừng bạn đến với VideoGen</translation>
    </message>
    <message>
        <source>A sentence becomes a short video. How do you want to begin?</source>
        <translation>Viết một câu, nhận về một video ngắn. Bạn muốn bắt đầu thế nào?</translation>
    </message>
    <message>
        <source>Try it now</source>
        <translation>Thử ngay</translation>
    </message>
    <message>
        <source>Create, watch and download trial videos on this computer: no account, no payment.</source>
        <translation>Tạo, xem và tải video thử ngay trên máy này, không cần tài khoản, không tốn tiền.</translation>
    </message>
    <message>
        <source>Start trying</source>
        <translation>Bắt đầu dùng thử</translation>
    </message>
    <message>
        <source>Tell me about new versions</source>
        <translation>Báo khi có bản mới</translation>
    </message>
    <message>
        <source>Use your {vendor} account</source>
        <translation>Dùng tài khoản {vendor}</translation>
    </message>
    <message>
        <source>The key is tried for free and kept in the system&apos;s keyring only.</source>
        <translation>Khóa được kiểm tra miễn phí và chỉ nằm trong nơi lưu mật khẩu của máy.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
</context>
<context>
    <name>WindowPresenter</name>
    <message>
        <source>The statement was saved as {file}</source>
        <translation>Đã lưu sao kê vào {file}</translation>
    </message>
    <message>
        <source>The statistics were saved as {file}</source>
        <translation>Đã lưu bảng thống kê vào {file}</translation>
    </message>
    <message>
        <source>The system could not open the folder.</source>
        <translation>Hệ thống không mở được thư mục này.</translation>
    </message>
</context>
<context>
    <name>WritingTools</name>
    <message>
        <source>Style</source>
        <translation>Phong cách</translation>
    </message>
    <message>
        <source>Help with the description</source>
        <translation>Trợ giúp viết mô tả</translation>
    </message>
</context>
</TS>
